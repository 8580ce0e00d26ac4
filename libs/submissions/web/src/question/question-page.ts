import { Component, ElementRef, afterRenderEffect, computed, inject, input, linkedSignal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { KeptDraftView } from '@attest/shared/client';
import { ErrorSummary, Notice, type Wrong } from '@attest/shared/ui';
import { Page, Preferences, Session } from '@attest/shared/web';
import { answerIn } from '../answers';
import { CarriedMarks } from '../carried/carried-marks';
import { MovedQuestion } from '../carried/moved-question';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { HistoryLink } from '../history/history-link';
import { MemoryOnly } from '../saving/memory-only';
import { EvidencePanel } from '../evidence/evidence-panel';
import { takesEvidence } from '../evidence/evidence-words';
import { SaveStatus } from '../saving/save-status';
import { PartSharing } from '../sharing/part-sharing';
import { WhoIsHere } from '../sharing/presence';
import { QuestionComments } from '../sharing/question-comments';
import { beginAt } from '../ways/begin-at';
import { JumpTo } from '../ways/jump-to';
import { pressIn, singleKey } from '../ways/shortcuts';
import { ViewChoice } from '../ways/view-choice';
import { AnswerForm } from './answer-form';
import { answeringAt } from './answering-at';
import { ConflictReview } from './conflict-review';
import { Guidance } from './guidance';
import { KeptDrafts } from './kept-drafts';
import { LastAnswer } from './last-answer';
import { QuestionTags } from './question-tags';
import { QuestionWays } from './question-ways';
import { Said } from './said';
import { inTheWay } from './in-the-way';
import { changeInWords, faultsOfSaving } from './question-words';
import { UnsavedWords } from './unsaved-words';

/** How long Continue waits for an answer to be saved, in milliseconds. It is saved all the same when that takes longer. */
const PATIENCE = 1_500;

/** One question. Every change is on its way to the API before anybody thinks of saving. */
@Component({
  selector: 'att-question-page',
  imports: [AnswerForm, CarriedMarks, ConflictReview, ErrorSummary, EvidencePanel, Guidance, HistoryLink, JumpTo, KeptDrafts, LastAnswer, MemoryOnly, MovedQuestion, Notice, Page, PartSharing, QuestionComments, QuestionTags, QuestionWays, Said, SaveStatus, UnsavedWords, ViewChoice, WhoIsHere],
  templateUrl: './question-page.html',
  styleUrl: './question-page.scss',
  host: { '(document:keydown)': 'pressed($event)' },
})
export class QuestionPage {
  private readonly router = inject(Router);
  private readonly saver = inject(AnswerSaver);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly session = inject(Session);
  private readonly preferences = inject(Preferences);
  protected readonly current = inject(CurrentReturn);

  readonly id = input.required<string>();
  readonly questionId = input.required<string>();

  protected readonly place = computed(() => ({ submissionId: this.id(), questionId: this.questionId() }));
  private readonly answering = answeringAt(this.place);
  protected readonly question = this.answering.question;
  protected readonly heading = computed(() => {
    const question = this.question() ?? this.current.asLastKnown(this.questionId());
    return question ? `${question.ref} ${question.title}` : 'Question';
  });
  private readonly section = computed(() => this.current.view()?.sections.find(({ questions }) => questions.some(({ id }) => id === this.questionId())));
  protected readonly sectionKey = computed(() => this.section()?.key ?? '');
  protected readonly caption = computed(() => {
    const section = this.section();
    return section ? `${section.ref} ${section.title}` : '';
  });
  protected readonly at = computed(() => this.current.questions().findIndex(({ id }) => id === this.questionId()));
  protected readonly previous = computed(() => this.current.questions()[this.at() - 1] ?? null);
  protected readonly next = computed(() => this.current.questions()[this.at() + 1] ?? null);

  protected readonly line = this.answering.line;
  protected readonly answer = this.answering.answer;
  protected readonly trapped = this.answering.trapped;
  protected readonly drafts = computed(() => (this.current.view()?.keptDrafts ?? []).filter(({ questionId }) => questionId === this.questionId()));
  /** What Continue found wrong; a new question starts clean. */
  protected readonly found = linkedSignal<string, readonly Wrong[]>({ source: this.questionId, computation: () => [] });
  protected readonly wrong = computed(() => [...faultsOfSaving(this.line(), this.question()), ...this.found()]);
  protected readonly change = computed(() => changeInWords(this.current.change(), this.current.question(this.current.change()?.because ?? '')?.ref));

  protected readonly takesEvidence = takesEvidence;
  protected readonly evidenceError = computed(() => this.wrong().find(({ where }) => where === 'evidence')?.detail ?? '');

  constructor() {
    // the heading is where a new question begins; nothing else on this page moves the focus
    afterRenderEffect(() => {
      this.questionId();
      const heading = this.question() && this.host.querySelector('h1');
      if (!heading || this.begun === this.questionId()) return;
      this.begun = this.questionId();
      // it was read on the page before
      if (untracked(this.change)) this.current.forgetChange();
      beginAt(() => heading);
    });
  }
  /** The question whose heading has had the focus. */
  private begun: string | null = null;

  protected readonly edit = this.answering.edit;
  protected readonly keep = this.answering.keep;
  protected readonly giveUp = this.answering.giveUp;

  /** Said again as it is: from now on it is an answer to the new words. */
  protected confirm(): void {
    this.answering.confirm();
    this.host.querySelector('h1')?.focus();
  }

  protected flush(): void {
    this.saver.flush();
  }

  protected use({ level, value, note, naReason }: KeptDraftView): void {
    this.edit({ answer: answerIn({ level: level?.key ?? null, value, note, naReason }), when: 'now', of: 'answer' });
  }

  protected retry(): void {
    this.saver.retry(this.place());
  }

  protected choose(whose: 'mine' | 'theirs' | 'both'): void {
    this.answering.choose(whose);
    this.host.querySelector('h1')?.focus();
  }

  /** Stays where something that was begun is not finished; what was left out altogether may wait. */
  protected async goOn(): Promise<void> {
    if (this.going) return;
    this.going = true;
    // an answer may bring the very next question, or be refused
    await Promise.race([this.saver.settled().then(() => this.current.refreshed()), pause(PATIENCE)]);
    this.going = false;
    const question = this.question();
    if (!question) return;
    this.found.set(inTheWay(question, this.line()));
    if (this.found().length === 0) void this.go(this.next() ? ['questions', this.next()!.id] : ['check']);
  }
  private going = false;

  protected go(to: readonly string[]): Promise<boolean> {
    this.flush();
    return this.router.navigate(['/returns', this.id(), ...to]);
  }

  protected pressed(event: KeyboardEvent): void {
    const key = singleKey(event, this.preferences.view().shortcuts && !this.session.expired());
    if (key === '?') void this.router.navigate(['/help'], { fragment: 'keyboard' });
    if (key && (key === '?' || pressIn(this.host, key))) return event.preventDefault();
    const way = event.altKey && event.shiftKey && !this.session.expired() ? this.wayOf(event.code) : null;
    if (!way) return;
    event.preventDefault();
    void this.go(way);
  }

  protected pressedInForm(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.goOn();
  }

  private wayOf(code: string): readonly string[] | null {
    const to = code === 'KeyN' ? this.next() : code === 'KeyP' ? this.previous() : null;
    if (to) return ['questions', to.id];
    return code === 'KeyT' ? [] : null;
  }
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
