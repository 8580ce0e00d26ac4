import { Component, computed, inject, input } from '@angular/core';
import type { QuestionView } from '@attest/shared/client';
import type { Wrong } from '@attest/shared/ui';
import { AnswerForm } from '../question/answer-form';
import { answeringAt } from '../question/answering-at';
import { ConflictReview } from '../question/conflict-review';
import { FieldNames } from '../question/field-names';
import { Guidance } from '../question/guidance';
import { QuestionTags } from '../question/question-tags';
import { faultsOfSaving } from '../question/question-words';
import { Said } from '../question/said';
import { UnsavedWords } from '../question/unsaved-words';
import { AnswerSaver } from '../saving/answer-saver';
import { GuestReturn } from './guest-return';

/** The return has no name here: a guest has one, and it is that of their link. */
export const GUESTS_RETURN = 'guest';

/** One question as a guest answers it: the same inputs and the same saving as a colleague has, and nothing of what colleagues say among themselves. */
@Component({
  selector: 'att-guest-question',
  imports: [AnswerForm, ConflictReview, Guidance, QuestionTags, Said, UnsavedWords],
  templateUrl: './guest-question.html',
  styleUrl: '../section/section-question.scss',
  providers: [FieldNames],
  host: { '[attr.data-question]': 'question().id' },
})
export class GuestQuestion {
  protected readonly names = inject(FieldNames);
  protected readonly current = inject(GuestReturn);
  private readonly saver = inject(AnswerSaver);

  readonly question = input.required<QuestionView>();
  /** What being done found wrong with it. */
  readonly found = input<readonly Wrong[]>([]);

  protected readonly answering = answeringAt(() => ({ submissionId: GUESTS_RETURN, questionId: this.question().id }));
  protected readonly wrong = computed(() => [...faultsOfSaving(this.answering.line(), this.question()), ...this.found()]);

  constructor() {
    this.names.prefix = () => `${this.question().key}-`;
  }

  protected flush(): void {
    this.saver.flush();
  }
}
