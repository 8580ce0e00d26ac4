import { Component, computed, input } from '@angular/core';
import type { QuestionView } from '@attest/shared/client';
import { Tag } from '@attest/shared/ui';

const bases = { 'statutory': 'Statutory', 'good-practice': 'Good practice', 'local': 'Local priority' } as const;

/** Why this is asked, and what is special about it. */
@Component({
  selector: 'att-question-tags',
  imports: [Tag],
  template: `
    <ul class="att-list">
      <li><att-tag [tone]="question().basis === 'statutory' ? 'open' : 'plain'">{{ basis() }}</att-tag></li>
      @if (question().critical) { <li><att-tag tone="attention">Limits the section’s result</att-tag></li> }
      @if (question().isNew) { <li><att-tag tone="plain">New this year</att-tag></li> }
      @if (!question().required) { <li><att-tag tone="quiet">Optional</att-tag></li> }
    </ul>
  `,
  styles: 'ul { display: flex; flex-wrap: wrap; gap: 6px 8px; }',
})
export class QuestionTags {
  readonly question = input.required<QuestionView>();
  protected readonly basis = computed(() => bases[this.question().basis]);
}
