import { Component, computed, inject, input, output } from '@angular/core';
import type { QuestionView } from '@attest/shared/client';
import type { Wrong } from '@attest/shared/ui';
import { CurrentReturn } from '../current-return';
import { EvidencePanel } from '../evidence/evidence-panel';
import { takesEvidence } from '../evidence/evidence-words';
import { HistoryLink } from '../history/history-link';
import { AnswerSaver } from '../saving/answer-saver';
import { PartSharing } from '../sharing/part-sharing';
import { CarriedMarks } from '../carried/carried-marks';
import { WhoIsHere } from '../sharing/presence';
import { QuestionComments } from '../sharing/question-comments';
import { AnswerForm } from '../question/answer-form';
import { answeringAt } from '../question/answering-at';
import { ConflictReview } from '../question/conflict-review';
import { FieldNames } from '../question/field-names';
import { Guidance } from '../question/guidance';
import { LastAnswer } from '../question/last-answer';
import { QuestionTags } from '../question/question-tags';
import { faultsOfSaving } from '../question/question-words';
import { Said } from '../question/said';
import { UnsavedWords } from '../question/unsaved-words';

/** One question among the others of its section: the same inputs and the same saving as where it has a page to itself. */
@Component({
  selector: 'att-section-question',
  imports: [AnswerForm, CarriedMarks, ConflictReview, EvidencePanel, Guidance, HistoryLink, LastAnswer, PartSharing, QuestionComments, QuestionTags, Said, UnsavedWords, WhoIsHere],
  templateUrl: './section-question.html',
  styleUrl: './section-question.scss',
  providers: [FieldNames],
  host: { '[attr.data-question]': 'question().id' },
})
export class SectionQuestion {
  protected readonly names = inject(FieldNames);
  protected readonly current = inject(CurrentReturn);
  private readonly saver = inject(AnswerSaver);

  readonly submissionId = input.required<string>();
  readonly sectionKey = input.required<string>();
  readonly question = input.required<QuestionView>();
  /** What going on found wrong with it. */
  readonly found = input<readonly Wrong[]>([]);
  readonly goOn = output();

  protected readonly place = computed(() => ({ submissionId: this.submissionId(), questionId: this.question().id }));
  protected readonly answering = answeringAt(this.place);
  protected readonly wrong = computed(() => [...faultsOfSaving(this.answering.line(), this.question()), ...this.found()]);

  protected readonly takesEvidence = takesEvidence;
  protected readonly evidenceError = computed(() => this.wrong().find(({ where }) => where === 'evidence')?.detail ?? '');

  constructor() {
    this.names.prefix = () => `${this.question().key}-`;
  }

  protected flush(): void {
    this.saver.flush();
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.goOn.emit();
  }
}
