import { Location } from '@angular/common';
import { Component, ElementRef, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { DatePipe, ErrorSummary, Notice, onceDrawn, type Wrong } from '@attest/shared/ui';
import { Page } from '@attest/shared/web';
import { answerIn, isOpen } from '../answers';
import { inTheWay } from '../question/in-the-way';
import { UnsavedWords } from '../question/unsaved-words';
import { AnswerSaver } from '../saving/answer-saver';
import { isStuck, type Line } from '../saving/line';
import { SaveStatus } from '../saving/save-status';
import { GUESTS_RETURN, GuestQuestion } from './guest-question';
import { GuestReturn } from './guest-return';

/** Milliseconds that being done waits for an answer to be saved. */
const PATIENCE = 5_000;
const TOKEN = /^[\w-]{20,100}$/;

/** All that a guest sees: who asks, until when, and the questions they were given. */
@Component({
  selector: 'att-guest-page',
  imports: [DatePipe, ErrorSummary, GuestQuestion, Notice, Page, SaveStatus, UnsavedWords],
  templateUrl: './guest-page.html',
  styleUrl: './guest-page.scss',
})
export class GuestPage {
  private readonly saver = inject(AnswerSaver);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly drawn = onceDrawn();
  protected readonly current = inject(GuestReturn);

  protected readonly heading = computed(() => {
    if (this.current.reading.error() && !this.current.view()) return 'This link opens nothing';
    const count = this.current.questions().length;
    return count === 1 ? 'A question for you' : `${count || 'No'} questions for you`;
  });
  protected readonly open = computed(() => this.current.questions().some(({ id }) => this.current.mayChange(id)));
  /** What being done found wrong, by question. */
  protected readonly found = signal<ReadonlyMap<string, readonly Wrong[]>>(new Map());
  protected readonly summary = computed<readonly Wrong[]>(() => this.current.questions().flatMap((question) =>
    (this.found().get(question.id) ?? []).map(({ where, detail }) => ({ where: `${question.key}-${where}`, detail: `${question.ref}: ${detail}` }))));
  /** Typed at a question that is gone meanwhile: nothing takes it any more, and it is still there to be copied. */
  protected readonly left = computed(() => this.saver.unsaved().filter((line) => isStuck(line) && !this.current.question(line.place.questionId)));
  protected readonly finished = signal(false);
  protected readonly answered = computed(() => this.current.questions().filter(({ answer }) => !isOpen(answerIn(answer))).length);
  protected readonly none: readonly Wrong[] = [];

  constructor() {
    const location = inject(Location);
    // out of the address at once: it stays in no history and is copied with no address
    inject(ActivatedRoute).fragment.pipe(takeUntilDestroyed()).subscribe((fragment) => {
      if (!fragment || !TOKEN.test(fragment)) return;
      this.current.open(fragment);
      location.replaceState('/guest');
    });
  }

  protected discard({ place }: Line): void {
    this.saver.giveUp(place);
  }

  protected async done(): Promise<void> {
    await Promise.race([this.saver.settled(), new Promise((rest) => setTimeout(rest, PATIENCE))]);
    this.found.set(new Map(this.current.questions().filter(({ id }) => this.current.mayChange(id)).map((question) => {
      const wrong = inTheWay(question, this.saver.lineAt({ submissionId: GUESTS_RETURN, questionId: question.id }));
      // evidence is for the organisation to add
      return [question.id, wrong.filter(({ where }) => where !== 'evidence')];
    })));
    this.finished.set(this.summary().length === 0 && this.saver.unsaved().length === 0);
    if (this.finished()) this.drawn(() => this.host.querySelector<HTMLElement>('#finished')?.focus());
  }
}
