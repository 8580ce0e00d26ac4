import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DatePipe, Notice, Tag } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { answerIn, isOpen } from '../answers';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { ArrangedElsewhere } from './arranged-elsewhere';
import { EarlierAnswer } from './earlier-answer';

/** What a change of the questions left to do in one return, and every answer that was set aside. */
@Component({
  selector: 'att-changed-page',
  imports: [ArrangedElsewhere, DatePipe, EarlierAnswer, Notice, Page, RouterLink, Tag],
  templateUrl: './changed-page.html',
  styles: '.open { display: grid; gap: 8px; } .open li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; } .aside { display: grid; gap: 16px; } h3 { margin-bottom: 4px; }',
})
export class ChangedPage {
  protected readonly current = inject(CurrentReturn);
  readonly id = input.required<string>();

  protected readonly caption = computed(() => {
    const view = this.current.view();
    return view ? `${view.round.name}, ${view.organisation.name}` : '';
  });
  protected readonly toCheck = computed(() => this.current.questions().filter(({ answer }) => answer?.toCheck));
  /** Not answered yet, and new or in the place of something else. */
  protected readonly open = computed(() => this.current.questions().filter(({ answer, earlier, isNew }) => (earlier.length > 0 || isNew) && isOpen(answerIn(answer))));

  constructor() {
    const saver = inject(AnswerSaver);
    void saver.settled().then(() => this.current.lookAgain());
  }
}
