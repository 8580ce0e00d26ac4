import { Component, computed, inject, input, output } from '@angular/core';
import type { Answer } from '@attest/domain/questionnaire';
import type { AnswerView, QuestionView } from '@attest/shared/client';
import { DatePipe } from '@attest/shared/ui';
import { FieldNames } from './field-names';
import { Said } from './said';

/** Two people changed one answer: both versions, side by side. Nothing is thrown away: the API has both on record. */
@Component({
  selector: 'att-conflict-review',
  imports: [DatePipe, Said],
  templateUrl: './conflict-review.html',
  styleUrl: './conflict-review.scss',
})
export class ConflictReview {
  protected readonly names = inject(FieldNames);
  readonly question = input.required<QuestionView>();
  readonly mine = input.required<Answer>();
  readonly theirs = input.required<AnswerView | null>();
  readonly keepMine = output();
  readonly keepTheirs = output();
  readonly keepBoth = output();
  protected readonly bothSaySomething = computed(() => {
    const [mine, theirs] = [this.mine().note.trim(), this.theirs()?.note.trim() ?? ''];
    return mine !== '' && theirs !== '' && mine !== theirs;
  });
}
