import { Component, input } from '@angular/core';
import type { SignOffStepView } from '@attest/shared/client';
import { DatePipe, Icon, Tag } from '@attest/shared/ui';

/** Who signs, in their order: who has, and whose turn it is. */
@Component({
  selector: 'att-signature-list',
  imports: [DatePipe, Icon, Tag],
  template: `
    <ol class="att-list">
      @for (step of steps(); track step.key) {
        <li>
          <span class="who"><span class="number">{{ $index + 1 }}</span>{{ step.who }}</span>
          @if (step.signature; as given) {
            <span class="state"><att-icon name="check-circle" />Signed by {{ given.name }}, {{ given.at | attDate: 'time' }}</span>
          } @else if (step.state === 'signed') { <span class="state"><att-icon name="check-circle" />Signed</span> }
          @else if (step.state === 'next') { <att-tag tone="open">Next</att-tag> }
          @else { <att-tag tone="quiet">Cannot start yet</att-tag> }
        </li>
      }
    </ol>
  `,
  styles: `
    ol { max-width: 46rem; border-top: 1px solid var(--att-line); }
    li { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: center; justify-content: space-between; min-height: 48px; padding: 6px 0; border-bottom: 1px solid var(--att-line); }
    .who { display: flex; gap: 12px; font-weight: 650; } .number { min-width: 1.2rem; color: var(--att-text-secondary); font-variant-numeric: tabular-nums; }
    .state { display: inline-flex; gap: 8px; align-items: center; } .state att-icon { color: var(--att-success); }
  `,
})
export class SignatureList {
  readonly steps = input.required<readonly SignOffStepView[]>();
}
