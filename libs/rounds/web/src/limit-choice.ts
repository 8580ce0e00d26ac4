import { Component, computed, input, model } from '@angular/core';
import type { Option } from '@attest/shared/ui';

/** One way to limit an audience. Nothing ticked limits nothing, and the line above the list says so. */
@Component({
  selector: 'att-limit-choice',
  template: `
    @if (options().length > 1) {
      <details>
        <summary>{{ legend() }}: <strong>{{ said() }}</strong></summary>
        <fieldset>
          <legend class="att-visually-hidden">{{ legend() }}</legend>
          <p class="hint">Tick some to ask only those.</p>
          <div class="options">
            @for (option of options(); track option.key) {
              <label class="att-choice att-choice--bare">
                <input type="checkbox" [checked]="chosen().includes(option.key)" (change)="toggle(option.key)" />{{ option.label }}
              </label>
            }
          </div>
        </fieldset>
      </details>
    }
  `,
  styles: `
    :host { display: block; }
    summary { min-height: 28px; }
    fieldset { margin: 0 0 12px; padding-left: 16px; border-left: 3px solid var(--att-line); }
    .hint { margin: 0 0 4px; color: var(--att-text-secondary); font-size: 1rem; }
    .options { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 0 20px; max-width: 54rem; }
    .att-choice + .att-choice { margin-top: 0; }
  `,
})
export class LimitChoice {
  readonly legend = input.required<string>();
  /** Said when nothing is ticked: "all areas". */
  readonly all = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly chosen = model.required<readonly string[]>();

  protected readonly said = computed(() => {
    const labels = this.options().filter(({ key }) => this.chosen().includes(key)).map(({ label }) => label);
    return labels.length === 0 ? this.all() : labels.join(', ');
  });

  protected toggle(key: string): void {
    this.chosen.update((chosen) => (chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]));
  }
}
