import { Component, computed, input } from '@angular/core';
import type { LevelView, QuestionAnswer, ShownView } from '@attest/shared/client';
import { Movement, RagBadge } from '@attest/shared/ui';
import { ShownList, Why } from '@attest/shared/web';
import { LongWords } from './long-words';
import { movementOf, valueInWords } from './question-answers';

/** What one organisation said to one question. */
@Component({
  selector: 'att-answer-line',
  imports: [LongWords, Movement, RagBadge, ShownList, Why],
  template: `
    <article>
      <header>
        <h3>{{ answer().name }}</h3>
        <span class="place">{{ place() }}</span>
      </header>
      <p class="level">
        @if (levels().length > 0) { <att-rag-badge [level]="answer().level" [absence]="answer().naReason === null ? 'not-answered' : 'not-applicable'" /> }
        @else if (answer().value) { <strong>{{ valueInWords(answer().value!) }}</strong> }
        @if (movement(); as movement) { <att-movement [movement]="movement" [from]="answer().last?.word ?? ''" /> }
        @else if (answer().last; as last) { <span class="place">Last round: {{ last.word }}</span> }
        @if (answer().level) { <att-why [of]="answer().submissionId" [section]="standard().key" [name]="standard().title + ', ' + answer().name" label="What it counts for" /> }
      </p>
      @if (answer().naReason; as reason) { <p><span class="place">Why it does not apply:</span> {{ reason }}</p> }
      @if (answer().note) { <att-long-words [text]="answer().note" [of]="answer().name" /> }
      @if (shown().length > 0) {
        <h4>Evidence<span class="att-visually-hidden"> of {{ answer().name }}</span></h4>
        <att-shown-list [pieces]="shown()" />
      }
    </article>
  `,
  styles: `
    article { padding: 14px 0; border-top: 1px solid var(--att-line); }
    header { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; margin-bottom: 6px; }
    h3 { margin: 0; }
    h4 { margin: 8px 0 0; font-size: 1rem; }
    p { margin: 0 0 6px; }
    .level { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; }
    .place { color: var(--att-text-secondary); }
    @media print { article { break-inside: avoid; } }
  `,
})
export class AnswerLine {
  readonly answer = input.required<QuestionAnswer>();
  readonly levels = input.required<readonly LevelView[]>();
  /** What the question is a part of. */
  readonly standard = input.required<{ readonly key: string; readonly title: string }>();
  /** As it was signed. */
  readonly shown = input<readonly ShownView[]>([]);
  protected readonly valueInWords = valueInWords;
  protected readonly place = computed(() => [this.answer().group, this.answer().area].filter(Boolean).join(', '));
  protected readonly movement = computed(() => movementOf(this.answer(), this.levels()));
}
