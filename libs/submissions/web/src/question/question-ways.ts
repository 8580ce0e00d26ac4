import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QuestionView } from '@attest/shared/client';
import { Icon } from '@attest/shared/ui';
import { SaveStatus } from '../saving/save-status';

/** The ways on from a question. */
@Component({
  selector: 'att-question-ways',
  imports: [Icon, RouterLink, SaveStatus],
  templateUrl: './question-ways.html',
  styleUrl: './question-ways.scss',
})
export class QuestionWays {
  readonly id = input.required<string>();
  readonly questionId = input.required<string>();
  readonly at = input.required<number>();
  readonly of = input.required<number>();
  readonly previous = input.required<QuestionView | null>();
  readonly next = input.required<QuestionView | null>();
  /** Answers are taken. */
  readonly open = input.required<boolean>();
  readonly goOn = output();
  readonly toTasks = output();
}
