import { httpResource } from '@angular/common/http';
import { DOCUMENT, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { AnswerView, GuestView, QuestionView, SavedAnswer } from '@attest/shared/client';
import { newestOf } from '../answers';
import type { CurrentReturn } from '../current-return';
import type { Place } from '../place';
import { rereading } from '../rereading';

const KEY = 'attest-guest-link';

/** As much of the open return as answering needs. */
type Answering = Pick<CurrentReturn, 'question' | 'asLastKnown' | 'saved' | 'take' | 'refresh' | 'questionsChanged' | 'draftKept'>;

interface Known {
  readonly asked: readonly QuestionView[];
  /** Every question there has been, those that are gone as they were last. */
  readonly seen: ReadonlyMap<string, QuestionView>;
}

/** What a guest was given, in place of a return. The link stands in this tab alone, and in no address. */
@Injectable()
export class GuestReturn implements Answering {
  private readonly storage = inject(DOCUMENT).defaultView?.sessionStorage;
  /** What stands behind the # of the link. */
  readonly token = signal(this.storage?.getItem(KEY) ?? '');

  readonly reading = httpResource<GuestView>(() => ({ url: '/api/guest/questions', headers: { 'X-Guest-Link': this.token() || '-' } }));
  private readonly rereading = rereading(this.reading);

  /** The last good reading with everything saved since. */
  readonly view = linkedSignal<GuestView | undefined, GuestView | null>({
    source: () => (this.reading.hasValue() ? this.reading.value() : undefined),
    computation: (read, before) => (read ? newest(read, before?.value ?? null) : before?.value ?? null),
  });
  private readonly known = linkedSignal<GuestView | null, Known>({
    source: this.view,
    computation: (view, before) => {
      const asked = view?.questions ?? [];
      return { asked, seen: new Map([...(before?.value.seen ?? []), ...asked.map((question) => [question.id, question] as const)]) };
    },
  });
  readonly questions = computed(() => this.known().asked);

  open(token: string): void {
    this.storage?.setItem(KEY, token);
    this.token.set(token);
  }

  mayChange(questionId: string): boolean {
    const view = this.view();
    return view !== null && view.closedBecause === null && !view.locked.includes(questionId);
  }

  question(id: string): QuestionView | null {
    return this.questions().find((question) => question.id === id) ?? null;
  }

  asLastKnown(id: string): QuestionView | null {
    return this.known().seen.get(id) ?? null;
  }

  saved({ questionId }: Place, { answer }: Pick<SavedAnswer, 'answer' | 'progress'>): void {
    // told again what had been saved before, somebody may have changed it since
    if ((this.question(questionId)?.answer?.version ?? 0) <= answer.version) this.put(questionId, answer);
  }

  take({ questionId }: Place, answer: AnswerView | null): void {
    this.put(questionId, answer);
  }

  refresh(): void {
    this.rereading.again();
  }

  questionsChanged(): void {
    this.refresh();
  }

  /** Nothing is kept for somebody without an account: what cannot be saved stays on their page. */
  draftKept(): void {}

  private put(questionId: string, answer: AnswerView | null): void {
    this.rereading.changed();
    this.view.update((view) => view && { ...view, questions: view.questions.map((question) => (question.id === questionId ? { ...question, answer } : question)) });
  }
}

/** What has been saved meanwhile is not taken back by a reading that had left before. */
function newest(read: GuestView, before: GuestView | null): GuestView {
  return { ...read, questions: read.questions.map((question) => newestOf(question, before?.questions.find(({ id }) => id === question.id))) };
}
