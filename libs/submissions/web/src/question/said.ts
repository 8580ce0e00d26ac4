import { Component, computed, input } from '@angular/core';
import type { LevelView, QuestionView } from '@attest/shared/client';
import { RagBadge, WordDifference } from '@attest/shared/ui';
import { valueInWords } from '../answers';

/** An answer to be read: the rating or value, and the words beside it. */
@Component({
  selector: 'att-said',
  imports: [RagBadge, WordDifference],
  template: `
    @if (naReason() !== null) {
      <att-rag-badge absence="not-applicable" />
      @if (naReason()) { <p class="words">{{ naReason() }}</p> }
    } @else {
      @if (level(); as level) { <att-rag-badge [level]="level" /> }
      @else if (value()) { <p class="value">{{ value() }}</p> }
      @else { <att-rag-badge absence="not-answered" /> }
      @if (answer()?.note; as note) {
        @if (against(); as other) { <att-word-difference class="words" [before]="note" [after]="other.note" shown="before" /> }
        @else { <p class="words">{{ note }}</p> }
      }
    }
  `,
  styles: `
    :host { display: block; min-width: 0; }
    p { max-width: var(--att-measure); margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
    .words { margin-top: 6px; }
    .value:not(:only-child) { font-weight: 600; }
  `,
})
export class Said {
  readonly question = input.required<Pick<QuestionView, 'type' | 'choices' | 'levels' | 'table'>>();
  readonly answer = input.required<{ readonly level: LevelView | string | null; readonly value: unknown; readonly note: string; readonly naReason: string | null } | null>();

  /** Another version beside it: words that only this one has are marked. */
  readonly against = input<{ readonly note: string } | null>(null);

  protected readonly naReason = computed(() => this.answer()?.naReason ?? null);
  protected readonly value = computed(() => valueInWords(this.question(), this.answer()?.value));
  protected readonly level = computed(() => {
    const level = this.answer()?.level ?? null;
    return typeof level === 'string' ? this.question().levels.find(({ key }) => key === level) ?? null : level;
  });
}
