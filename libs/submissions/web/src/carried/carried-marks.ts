import { Component, inject, input, output } from '@angular/core';
import type { QuestionView } from '@attest/shared/client';
import { CurrentReturn } from '../current-return';
import { EarlierAnswer } from './earlier-answer';
import { ToCheck } from './to-check';

/** What a question shows of words that were written before: those that somebody still has to look at, and those that stayed behind. */
@Component({
  selector: 'att-carried-marks',
  imports: [EarlierAnswer, ToCheck],
  template: `
    @let of = question();
    @if (of.answer; as answer) {
      @if (answer.toCheck && !changing()) {
        <att-to-check [versionId]="current.view()!.versionId" [fromLastRound]="answer.carried !== null" [guest]="answer.byGuest ? answer.updatedBy : null" [mayConfirm]="current.mayAnswer()" (confirmed)="confirmed.emit()" />
      }
    }
    @if (of.earlier.length > 0) {
      <section [attr.aria-label]="'What was written before, to ' + of.ref">
        <p class="heading">What was written before</p>
        @for (one of of.earlier; track $index) { <att-earlier-answer [of]="one" /> }
      </section>
    }
  `,
  styles: `
    section { margin-bottom: 24px; padding-left: 16px; border-left: 4px solid var(--att-line); }
    .heading { margin: 0 0 8px; font-size: 1.1176rem; font-weight: 700; }
    att-earlier-answer + att-earlier-answer { margin-top: 16px; }
  `,
})
export class CarriedMarks {
  protected readonly current = inject(CurrentReturn);
  readonly question = input.required<QuestionView>();
  /** While it is being written there is nothing to confirm. */
  readonly changing = input.required<boolean>();
  readonly confirmed = output();
}
