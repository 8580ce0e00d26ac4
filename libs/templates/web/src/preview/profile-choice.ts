import { Component, computed, input, output } from '@angular/core';
import type { Feature, OrganisationProfile, Phase, Sector } from '@attest/domain/questionnaire';
import { SelectField } from '../fields/select-field';
import { waysFor } from '../applies/applies-words';

/** Another organisation than the named ones: its phase or sector, and what it is or has. */
@Component({
  selector: 'att-profile-choice',
  imports: [SelectField],
  template: `
    <details>
      <summary>Choose otherwise</summary>
      <att-select-field [label]="group().legend" [options]="group().options" [value]="profile().phase ?? profile().sector ?? ''" (chosen)="choose($event)" />
      <fieldset>
        <legend>It is or has</legend>
        <div class="options">
          @for (option of features(); track option.key) {
            <label class="att-choice att-choice--bare"><input type="checkbox" [checked]="has(option.key)" (change)="turn(option.key)" />{{ option.label }}</label>
          }
        </div>
      </fieldset>
    </details>
  `,
  styles: '.options { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); gap: 0 20px; } .att-choice + .att-choice { margin-top: 0; }',
})
export class ProfileChoice {
  readonly profile = input.required<OrganisationProfile>();
  readonly changed = output<OrganisationProfile>();

  private readonly ways = computed(() => waysFor(this.profile().kind, [], []));
  protected readonly group = computed(() => this.ways()[0]!);
  protected readonly features = computed(() => this.ways()[1]!.options);

  protected has(feature: string): boolean {
    return this.profile().features.some((one) => one === feature);
  }

  protected choose(key: string): void {
    this.changed.emit({ ...this.profile(), ...(this.profile().kind === 'school' ? { phase: key as Phase } : { sector: key as Sector }) });
  }

  protected turn(key: string): void {
    const { features } = this.profile();
    this.changed.emit({ ...this.profile(), features: this.has(key) ? features.filter((one) => one !== key) : [...features, key as Feature] });
  }
}
