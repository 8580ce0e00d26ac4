import { Component, computed, input, output } from '@angular/core';
import { areas } from '@attest/people/web';
import { surveyedTypes } from '@attest/domain/register';
import type { Applicability, OrganisationKind } from '@attest/domain/questionnaire';
import { appliesInWords, waysFor, type Way } from './applies-words';

/** Who is asked, as boxes to tick and as the sentence they make. Nothing ticked limits nothing. */
@Component({
  selector: 'att-applies-field',
  template: `
    <div id="appliesTo" tabindex="-1">
      <p class="said">{{ said() }}.</p>
      @for (way of ways(); track way.way) {
        @if (way.options.length > 0) {
          <details>
            <summary>{{ way.legend }}@if (chosen(way.way).length; as count) { ({{ count }} ticked) }</summary>
            <fieldset>
              <legend class="att-visually-hidden">{{ way.legend }}</legend>
              <div class="options">
                @for (option of way.options; track option.key) {
                  <label class="att-choice att-choice--bare"><input type="checkbox" [checked]="chosen(way.way).includes(option.key)" (change)="turn(way.way, option.key)" />{{ option.label }}</label>
                }
              </div>
            </fieldset>
          </details>
        }
      }
    </div>
  `,
  styles: `
    .said { padding: 8px 12px; border-radius: var(--att-radius); background: var(--att-surface); }
    fieldset { margin: 0 0 12px; padding-left: 16px; border-left: 3px solid var(--att-line); }
    .options { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); gap: 0 20px; }
    .att-choice + .att-choice { margin-top: 0; }
  `,
})
export class AppliesField {
  readonly kind = input.required<OrganisationKind>();
  readonly applicability = input.required<Applicability | undefined>();
  /** Undefined when it is for everybody. */
  readonly changed = output<Applicability | undefined>();

  private readonly areas = areas();
  protected readonly ways = computed(() => waysFor(this.kind(), surveyedTypes, this.areas.hasValue() ? this.areas.value().map(({ laCode, name }) => ({ key: laCode, label: name })) : []));
  protected readonly said = computed(() => appliesInWords(this.kind(), this.applicability(), this.ways()));

  protected chosen(way: Way): readonly string[] {
    return this.applicability()?.[way] ?? [];
  }

  protected turn(way: Way, key: string): void {
    const before = this.chosen(way);
    const after = before.includes(key) ? before.filter((one) => one !== key) : [...before, key];
    const { [way]: _, ...others } = this.applicability() ?? {};
    const result: Applicability = after.length === 0 ? others : { ...others, [way]: after };
    this.changed.emit(Object.keys(result).length === 0 ? undefined : result);
  }
}
