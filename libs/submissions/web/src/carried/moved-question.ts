import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Notice } from '@attest/shared/ui';
import { CurrentReturn } from '../current-return';
import { UnsavedWords } from '../question/unsaved-words';
import { AnswerSaver } from '../saving/answer-saver';
import { isStuck, newestIn } from '../saving/line';

/** In the place of a question that is not asked any more: why, what was typed in it, and where that belongs now. */
@Component({
  selector: 'att-moved-question',
  imports: [Notice, RouterLink, UnsavedWords],
  template: `
    @if (changed(); as detail) { <att-notice tone="warning" announce><p>{{ detail }}</p></att-notice> }
    @else { <att-notice><p>This question is not asked of you any more. What was saved is kept.</p></att-notice> }
    @if (line(); as words) { <att-unsaved-words [line]="words" [question]="question()" (discard)="saver.giveUp(words.place)" /> }
    <p class="att-buttons">
      @if (now(); as to) {
        @if (line()) { <button type="button" class="att-button att-button--primary" (click)="answerWithIt()">Answer {{ to.ref }} {{ to.title }} with it</button> }
        <a class="att-button" [routerLink]="['/returns', id(), 'questions', to.id]">Go to {{ to.ref }} {{ to.title }}</a>
      }
      <a class="att-button" [routerLink]="['/returns', id()]">Go to all tasks</a>
    </p>
  `,
})
export class MovedQuestion {
  private readonly router = inject(Router);
  private readonly current = inject(CurrentReturn);
  protected readonly saver = inject(AnswerSaver);
  readonly id = input.required<string>();
  readonly questionId = input.required<string>();

  protected readonly question = computed(() => this.current.asLastKnown(this.questionId()));
  /** What waits for a person. */
  protected readonly line = computed(() => {
    const line = this.saver.lineAt({ submissionId: this.id(), questionId: this.questionId() });
    return line && isStuck(line) ? line : null;
  });
  private readonly refusal = computed(() => {
    const refusal = this.line()?.refusal;
    return refusal?.code === 'questions-changed' ? refusal : null;
  });
  protected readonly changed = computed(() => this.refusal()?.detail ?? '');
  /** The question that took this one over, where there is one. */
  protected readonly now = computed(() => {
    const to = this.refusal()?.more['now'] as { readonly questionId: string } | null | undefined;
    return to ? this.current.question(to.questionId) : null;
  });

  /** A deed of its own: nothing that was written to other words becomes an answer by itself. */
  protected async answerWithIt(): Promise<void> {
    const [line, to] = [this.line(), this.now()];
    const answer = line && newestIn(line);
    if (!answer || !to) return;
    this.saver.giveUp(line.place);
    this.saver.edit({ submissionId: this.id(), questionId: to.id }, answer, to.answer?.version ?? 0, 'now');
    await this.router.navigate(['/returns', this.id(), 'questions', to.id]);
  }
}
