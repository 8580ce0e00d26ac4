import { Component, DOCUMENT, ElementRef, afterRenderEffect, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ErrorSummary, Icon, Notice, Progress, type Wrong } from '@attest/shared/ui';
import { Page, Preferences, Session } from '@attest/shared/web';
import { answerIn, isOpen } from '../answers';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { SaveStatus } from '../saving/save-status';
import { inTheWay } from '../question/in-the-way';
import { changeInWords } from '../question/question-words';
import { unfinished } from '../question/unfinished';
import { beginAt } from '../ways/begin-at';
import { JumpTo } from '../ways/jump-to';
import { pressIn, singleKey } from '../ways/shortcuts';
import { ViewChoice } from '../ways/view-choice';
import { SectionQuestion } from './section-question';

const PATIENCE = 1_500;

/** All questions of a section on one page, for those who know their way. */
@Component({
  selector: 'att-section-page',
  imports: [ErrorSummary, Icon, JumpTo, Notice, Page, Progress, RouterLink, SaveStatus, SectionQuestion, ViewChoice],
  templateUrl: './section-page.html',
  styleUrl: './section-page.scss',
  host: { '(document:keydown)': 'pressed($event)' },
})
export class SectionPage {
  private readonly router = inject(Router);
  private readonly saver = inject(AnswerSaver);
  private readonly session = inject(Session);
  private readonly preferences = inject(Preferences);
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly current = inject(CurrentReturn);

  readonly id = input.required<string>();
  readonly sectionKey = input.required<string>();

  private readonly sections = computed(() => this.current.view()?.sections ?? []);
  private readonly at = computed(() => this.sections().findIndex(({ key }) => key === this.sectionKey()));
  protected readonly section = computed(() => this.sections()[this.at()] ?? null);
  protected readonly previous = computed(() => this.sections()[this.at() - 1] ?? null);
  protected readonly next = computed(() => this.sections()[this.at() + 1] ?? null);
  protected readonly heading = computed(() => { const of = this.section(); return of ? `${of.ref} ${of.title}` : 'Section'; });
  protected readonly caption = computed(() => this.current.view()?.round.name ?? '');
  /** Counted here, because the counts of a section come with a reading and answers are saved between two. */
  protected readonly answered = computed(() => this.section()?.questions.filter((question) => {
    const answer = answerIn(question.answer);
    return question.required && !isOpen(answer) && unfinished(question, answer).length === 0;
  }).length ?? 0);
  protected readonly required = computed(() => this.section()?.questions.filter(({ required }) => required).length ?? 0);

  /** What going on found wrong, by question; another section starts clean. */
  protected readonly found = linkedSignal<string, ReadonlyMap<string, readonly Wrong[]>>({ source: this.sectionKey, computation: () => new Map() });
  protected readonly summary = computed<readonly Wrong[]>(() => this.section()?.questions.flatMap((question) =>
    (this.found().get(question.id) ?? []).map(({ where, detail }) => ({ where: `${question.key}-${where}`, detail: `${question.ref}: ${detail}` }))) ?? []);
  protected readonly change = computed(() => changeInWords(this.current.change(), this.current.question(this.current.change()?.because ?? '')?.ref));

  constructor() {
    // the heading is where a section begins, unless the address names one of its questions
    afterRenderEffect(() => {
      const key = this.section()?.key;
      if (!key || this.begun === key) return;
      this.begun = key;
      this.current.forgetChange();
      const named = this.document.location.hash.slice(1);
      beginAt(() => this.titleOf(named) ?? this.host.querySelector<HTMLElement>('h1'));
    });
  }
  /** The section whose beginning has had the focus. */
  private begun: string | null = null;

  protected none: readonly Wrong[] = [];

  /** Stays where something that was begun is not finished; what was left out altogether may wait. */
  protected async goOn(): Promise<void> {
    if (this.going) return;
    this.going = true;
    await Promise.race([this.saver.settled().then(() => this.current.refreshed()), new Promise((done) => setTimeout(done, PATIENCE))]);
    this.going = false;
    this.found.set(new Map(this.section()?.questions.map((question) => [question.id, inTheWay(question, this.saver.lineAt({ submissionId: this.id(), questionId: question.id }))])));
    if (this.summary().length === 0) void this.go(this.next() ? ['sections', this.next()!.key] : ['check']);
  }
  private going = false;

  protected go(to: readonly string[]): Promise<boolean> {
    this.saver.flush();
    return this.router.navigate(['/returns', this.id(), ...to]);
  }

  /** To the question after or before the one that has the focus; past the last one, to the next section. */
  protected step(by: 1 | -1): void {
    this.saver.flush();
    const questions = this.section()?.questions ?? [];
    const here = this.document.activeElement?.closest('[data-question]')?.getAttribute('data-question');
    const at = questions.findIndex(({ id }) => id === here);
    const to = at === -1 ? (by === 1 ? 0 : -1) : at + by;
    if (questions[to]) return this.titleOf(questions[to].id)?.focus();
    const beyond = by === 1 ? this.next() : this.previous();
    if (to < 0 && at === -1 && !beyond) return;
    if (by === 1 && !beyond) return void this.goOn();
    if (beyond) void this.go(['sections', beyond.key]);
  }

  protected pressed(event: KeyboardEvent): void {
    const key = singleKey(event, this.preferences.view().shortcuts && !this.session.expired());
    const question = this.document.activeElement?.closest('[data-question]') ?? this.host.querySelector('[data-question]');
    if (key === '?') void this.router.navigate(['/help'], { fragment: 'keyboard' });
    if (key && (key === '?' || (question && pressIn(question, key)))) return event.preventDefault();
    if (!event.altKey || !event.shiftKey || this.session.expired()) return;
    const act = { KeyN: () => this.step(1), KeyP: () => this.step(-1), KeyT: () => void this.go([]) }[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private titleOf(questionId: string): HTMLElement | null {
    const question = this.section()?.questions.find(({ id }) => id === questionId);
    return question ? this.document.getElementById(`${question.key}-title`) : null;
  }
}
