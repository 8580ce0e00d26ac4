import { Component, input } from '@angular/core';
import type { EarlierAnswerView } from '@attest/shared/client';
import { DatePipe, RagBadge } from '@attest/shared/ui';

/** What was written before the question changed: to be read, and never counted. */
@Component({
  selector: 'att-earlier-answer',
  imports: [DatePipe, RagBadge],
  template: `
    @let it = of();
    @if (it.naReason !== null) { <att-rag-badge absence="not-applicable" /><p>{{ it.naReason }}</p> }
    @else if (it.level) { <att-rag-badge [level]="it.level" /> }
    @else if (it.said) { <p>{{ it.said }}</p> }
    @if (it.note) { <p>{{ it.note }}</p> }
    <p class="att-secondary att-small">To {{ it.ref }} {{ it.title }} ({{ it.edition }}), by {{ it.by }}, {{ it.at | attDate: 'time' }}</p>
  `,
  styles: ':host { display: block; } p { max-width: var(--att-measure); margin: 6px 0 0; overflow-wrap: anywhere; white-space: pre-line; }',
})
export class EarlierAnswer {
  readonly of = input.required<EarlierAnswerView>();
}
