import { HttpClient } from '@angular/common/http';
import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { v7 as uuid } from 'uuid';
import type { Answer } from '@attest/domain/questionnaire';
import type { AnswerView, SavedAnswer } from '@attest/shared/client';
import { problemOf, type Problem } from '@attest/shared/web';
import { answerIn, sameAnswer } from '../answers';
import { CurrentReturn, type Place } from '../current-return';
import { backOff, keyOf, newLine, newestIn, willPass, type Line, type Operation } from './line';

/** How long typing rests before it is saved. */
export const PAUSE = 1_500;

/**
 * Takes every change and sees it to the API: one request at a time for each answer, the newest words last, the same
 * operation until it is answered. It outlives the pages, so turning one loses nothing; what is typed stays in memory only,
 * because a staff-room computer has other users.
 */
@Injectable()
export class AnswerSaver {
  private readonly http = inject(HttpClient);
  private readonly current = inject(CurrentReturn);
  private readonly document = inject(DOCUMENT);
  private readonly lines = signal<ReadonlyMap<string, Line>>(new Map());
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly onTheWay = new Map<string, Promise<void>>();
  private readonly savedAt = signal<string | null>(null);

  /** Answers that are not known to be saved. */
  readonly unsaved = computed(() => [...this.lines().values()]);
  readonly lastSavedAt = this.savedAt.asReadonly();

  constructor() {
    const window = this.document.defaultView!;
    const listeners: [EventTarget, string, (event: Event) => void][] = [
      [this.document, 'visibilitychange', () => this.document.visibilityState === 'hidden' && this.flush()],
      [window, 'pagehide', () => this.flush()],
      [window, 'online', () => this.tryAgain()],
      [window, 'beforeunload', (event) => this.warn(event)],
    ];
    for (const [target, name, heard] of listeners) target.addEventListener(name, heard);
    inject(DestroyRef).onDestroy(() => {
      for (const [target, name, heard] of listeners) target.removeEventListener(name, heard);
      for (const timer of this.timers.values()) clearTimeout(timer);
    });
  }

  lineAt(place: Place): Line | null {
    return this.lines().get(keyOf(place)) ?? null;
  }

  /** What has been typed and is not saved yet; null when the saved answer is all there is. */
  pendingAt(place: Place): Answer | null {
    const line = this.lineAt(place);
    return line && newestIn(line);
  }

  /** `version` is that of the answer which the person saw when they began to change it. */
  edit(place: Place, answer: Answer, version: number, when: 'now' | 'soon'): void {
    const line = this.lineAt(place) ?? newLine(place, version);
    this.put({ ...line, wanted: answer, refusal: null, unreadable: null });
    if (when === 'now') this.push(keyOf(place));
    else this.later(keyOf(place), PAUSE, () => this.push(keyOf(place)));
  }

  /** Keeps what was typed though it cannot be an answer, so that it is still there to be put right. */
  keepUnreadable(place: Place, typed: string, version: number): void {
    this.put({ ...(this.lineAt(place) ?? newLine(place, version)), wanted: null, due: false, refusal: null, unreadable: typed, rested: false });
    this.later(keyOf(place), PAUSE, () => this.push(keyOf(place)));
  }

  /** Nothing waits for a pause any more. */
  flush(): void {
    for (const key of this.lines().keys()) this.push(key);
  }

  /** Flushes, and answers once nothing is on its way: saved, or waiting for a person or for the network. */
  async settled(): Promise<void> {
    this.flush();
    while (this.onTheWay.size > 0) await Promise.all(this.onTheWay.values());
  }

  keepMine(place: Place): void {
    const line = this.lineAt(place);
    if (!line?.conflict) return;
    this.put({ ...line, conflict: null, version: line.conflict.theirs?.version ?? 0 });
    this.push(keyOf(place));
  }

  /** Mine stays in the history of the answer: the API kept it when it refused it. */
  keepTheirs(place: Place): void {
    const line = this.lineAt(place);
    if (!line?.conflict) return;
    this.current.take(place, line.conflict.theirs);
    this.drop(keyOf(place));
  }

  /** Lets go of what the API would not have or what nobody can read: the saved answer is all there is again. */
  giveUp(place: Place): void {
    const line = this.lineAt(place);
    if (line?.sending) this.put({ ...line, wanted: null, due: false, unreadable: null });
    else this.drop(keyOf(place));
  }

  /** The one way out: sends what is newest, or once more what has not been answered. */
  private push(key: string): void {
    this.stop(key);
    const line = this.lines().get(key);
    if (!line || line.conflict || line.refusal) return;
    if (line.unreadable !== null) this.put({ ...line, rested: true });
    if (line.sending) {
      const waiting = { ...line, due: line.wanted !== null, rested: true };
      return this.onTheWay.has(key) ? this.put(waiting) : this.dispatch(waiting);
    }
    if (line.wanted) this.dispatch({ ...line, wanted: null, due: false, sending: { operationId: uuid(), answer: line.wanted, version: line.version } });
  }

  private dispatch(line: Line): void {
    const key = keyOf(line.place);
    this.put(line);
    const sent = this.send(line.place, line.sending!).finally(() => {
      if (this.onTheWay.get(key) === sent) this.onTheWay.delete(key);
    });
    this.onTheWay.set(key, sent);
  }

  private async send(place: Place, { operationId, answer, version }: Operation): Promise<void> {
    const address = `/api/submissions/${place.submissionId}/answers/${place.questionId}`;
    // `keepalive`: it arrives even when the tab is closed meanwhile
    const options = { headers: { 'If-Match': `"${version}"` }, keepalive: isSmall(answer) };
    const saved = await firstValueFrom(this.http.put<SavedAnswer>(address, { operationId, ...answer }, options))
      .catch((error: unknown) => this.failed(place, problemOf(error)));
    if (saved) this.succeeded(place, saved);
  }

  private succeeded(place: Place, saved: SavedAnswer): void {
    const key = keyOf(place);
    const line = this.lines().get(key)!;
    this.current.saved(place, saved);
    this.savedAt.set(saved.answer.updatedAt);
    if (saved.questionsChanged) this.current.questionsChanged(place.questionId);
    if (!line.wanted && line.unreadable === null) return this.drop(key);
    this.put({ ...line, sending: null, failures: 0, version: saved.answer.version });
    if (line.due) this.push(key);
  }

  private failed(place: Place, problem: Problem): void {
    const line = this.lines().get(keyOf(place))!;
    if (problem.code === 'changed-meanwhile' && 'theirs' in problem.more) return this.collided(line, problem.more['theirs'] as AnswerView | null);
    if (willPass(problem)) return this.failedForNow(line, problem);
    // what was typed since may well be right
    if (line.wanted) return this.put({ ...line, sending: null }), this.push(keyOf(place));
    this.put({ ...line, sending: null, wanted: line.sending!.answer, due: false, refusal: problem });
    if (['round-not-open', 'return-not-editable', 'question-not-asked'].includes(problem.code)) this.current.refresh();
  }

  private collided(line: Line, theirs: AnswerView | null): void {
    const mine = newestIn(line)!;
    this.stop(keyOf(line.place));
    this.put({ ...line, sending: null, wanted: mine, due: false, conflict: { theirs } });
    // two people, or two windows of one person, said the same
    if (sameAnswer(mine, answerIn(theirs))) this.keepTheirs(line.place);
  }

  /** Whether it arrived is unknown, unless the API itself said no: then nothing was stored, and the newest words may go instead. */
  private failedForNow(line: Line, { code }: Problem): void {
    const failures = line.failures + 1;
    const replaced = line.wanted !== null && code !== 'unreachable';
    this.put({ ...line, failures, due: line.wanted !== null, sending: replaced ? null : line.sending });
    this.later(keyOf(line.place), backOff(failures), () => this.push(keyOf(line.place)));
  }

  private tryAgain(): void {
    for (const [key, { failures }] of this.lines()) if (failures > 0) this.push(key);
  }

  private warn(event: Event): void {
    this.flush();
    if (this.unsaved().length > 0) event.preventDefault();
  }

  private later(key: string, milliseconds: number, act: () => void): void {
    this.stop(key);
    this.timers.set(key, setTimeout(act, milliseconds));
  }

  private stop(key: string): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
  }

  private put(line: Line): void {
    this.lines.update((lines) => new Map(lines).set(keyOf(line.place), line));
  }

  private drop(key: string): void {
    this.stop(key);
    this.lines.update((lines) => new Map([...lines].filter(([other]) => other !== key)));
  }
}

/** Browsers refuse to keep more than 64 kB alive. */
const isSmall = (answer: Answer) => JSON.stringify(answer).length < 15_000;
