import { Component, computed, input } from '@angular/core';
import { comparedInWords } from '@attest/domain/trend';
import type { TrendView } from '@attest/shared/client';

/** How much of each round may be held against the one before: said before anything is drawn. */
@Component({
  selector: 'att-comparability',
  template: `
    @if (steps().length > 0) {
      <h2>How much can be compared</h2>
      <div class="att-scroll" role="region" aria-label="How much can be compared" tabindex="0">
        <table class="att-table att-table--compact">
          <thead><tr><th scope="col">From one round to the next</th><th scope="col">Questions that are comparable</th><th scope="col">Organisations that returned both times</th></tr></thead>
          <tbody>
            @for (step of steps(); track step.label) {
              <tr><th scope="row">{{ step.label }}</th><td>{{ step.questions }}</td><td>{{ step.organisations }}</td></tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styles: ':host { display: block; } table { min-width: 34rem; max-width: 52rem; } tbody th { font-weight: 450; white-space: nowrap; }',
})
export class Comparability {
  readonly view = input.required<TrendView>();

  protected readonly steps = computed(() => comparedInWords(this.view()));
}
