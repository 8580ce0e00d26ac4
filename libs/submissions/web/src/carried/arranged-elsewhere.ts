import { Component, computed, inject } from '@angular/core';
import { DatePipe, Tag } from '@attest/shared/ui';
import { Sharing, withWhom } from '../sharing/sharing';

/** What colleagues said and arranged about questions that are asked no more in this form. Draws nothing where there is nothing. */
@Component({
  selector: 'att-arranged-elsewhere',
  imports: [DatePipe, Tag],
  template: `
    @if (questions().length > 0) {
      <h2>What you arranged about questions that are asked no more ({{ questions().length }})</h2>
      <div class="aside">
        @for (question of questions(); track question.questionId) {
          <article class="att-card">
            <h3>{{ question.ref }} {{ question.title }} <span class="att-secondary">({{ question.edition }})</span></h3>
            @if (question.notes.length > 0) { <p class="notes">@for (note of question.notes; track note) { <att-tag tone="plain">{{ note }}</att-tag> }</p> }
            <ul class="att-list">
              @for (comment of question.comments; track comment.id) {
                <li>
                  <p><strong>{{ comment.by }}</strong>&ngsp;<span class="att-secondary">{{ comment.at | attDate: 'time' }}</span>&ngsp;@if (comment.resolvedBy; as who) { <span class="att-secondary">Resolved by {{ who }}.</span> }</p>
                  <p class="words">{{ comment.words }}</p>
                </li>
              }
            </ul>
          </article>
        }
      </div>
    }
  `,
  styles: `
    .aside { display: grid; gap: 16px; }
    h3 { margin-bottom: 6px; }
    .notes { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 8px; }
    li { padding: 6px 0; }
    li p { margin: 0; }
    .words { max-width: var(--att-measure); white-space: pre-line; overflow-wrap: anywhere; }
  `,
})
export class ArrangedElsewhere {
  private readonly sharing = inject(Sharing);

  protected readonly questions = computed(() => {
    const view = this.sharing.view();
    return (view?.elsewhere ?? []).map((question) => ({
      ...question,
      comments: view!.comments.filter(({ questionId }) => questionId === question.questionId),
      notes: [
        ...view!.assignments.filter(({ questionId }) => questionId === question.questionId).map(withWhom),
        ...view!.flags.filter(({ questionId }) => questionId === question.questionId).map(({ by }) => `To come back to, marked by ${by}`),
      ],
    }));
  });
}
