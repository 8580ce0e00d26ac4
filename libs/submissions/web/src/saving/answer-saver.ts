import { HttpClient } from '@angular/common/http';
import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Answer } from '@attest/domain/questionnaire';
import type { AnswerView, SavedAnswer } from '@attest/shared/client';
import { Session, problemOf, type Problem } from '@attest/shared/web';
import { answerIn, sameAnswer } from '../answers';
import { CurrentReturn, type Place } from '../current-return';
import {
  backOff, keyOf, newLine, next, operation, willPass, withNewestFollowing, withUnreadable, yielding, type Conflict, type Line, type Operation,
} from './line';
import { askBeforeSigningOut } from './signing-out';

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
  private readonly session = inject(Session);
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
      [this.document, 'visibilitychange', () => this.document.visibilityState === 'hidden' && this.leave()],
      [window, 'pagehide', () => this.leave()],
      [window, 'online', () => this.tryAgain()],
      [window, 'beforeunload', (event) => this.warn(event)],
    ];
    for (const [target, name, heard] of listeners) target.addEventListener(name, heard);
    const stopAsking = askBeforeSigningOut(this);
    inject(DestroyRef).onDestroy(() => {
      stopAsking();
      for (const [target, name, heard] of listeners) target.removeEventListener(name, heard);
      for (const timer of this.timers.values()) clearTimeout(timer);
    });
  }

  lineAt(place: Place): Line | null {
    return this.lines().get(keyOf(place)) ?? null;
  }

  /** `version` is that of the answer which the person saw when they began to change it. */
  edit(place: Place, answer: Answer, version: number, when: 'now' | 'soon'): void {
    this.put({ ...this.lineFrom(place, version), wanted: answer, refusal: null, unreadable: null });
    if (when === 'now') this.push(keyOf(place));
    else this.pushSoon(keyOf(place));
  }

  /** Only the words beside the value: a value that cannot be read stays to be put right. */
  editWords(place: Place, answer: Answer, version: number): void {
    this.put({ ...this.lineFrom(place, version), wanted: answer, refusal: null });
    this.pushSoon(keyOf(place));
  }

  /** Keeps what was typed though it cannot be a value, so that it is still there to be put right. */
  keepUnreadable(place: Place, typed: string, version: number): void {
    const saved = answerIn(this.current.question(place.questionId)?.answer ?? null);
    this.put(withUnreadable(this.lineFrom(place, version), typed, saved));
    this.pushSoon(keyOf(place));
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
    this.put({ ...line, conflict: null, version: Math.max(line.version, line.conflict.theirs?.version ?? 0) });
    this.push(keyOf(place));
  }

  keepTheirs(place: Place): void {
    const line = this.lineAt(place);
    if (line?.conflict) this.yieldTo(line.conflict, { ...line, unreadable: null });
  }

  /** Lets go of what the API would not have or what nobody can read: the saved answer is all there is again. */
  giveUp(place: Place): void {
    const line = this.lineAt(place);
    if (line?.sending) this.put({ ...line, wanted: null, due: false, unreadable: null });
    else this.drop(keyOf(place));
  }

  private lineFrom(place: Place, version: number): Line {
    return this.lineAt(place) ?? newLine(place, version);
  }

  /** The one way out: sends what is next, or once more what has not been answered. */
  private push(key: string): void {
    this.stop(key);
    const found = this.lines().get(key);
    if (!found || found.conflict || found.refusal) return;
    const line = { ...found, due: found.wanted !== null, rested: true };
    if (line.sending && this.onTheWay.has(key)) return this.put(line);
    const leaving = line.sending ? line : next(line);
    if (leaving) this.dispatch(leaving);
    else this.put(line);
  }

  private pushSoon(key: string): void {
    this.later(key, PAUSE, () => this.push(key));
  }

  /** The page may be gone before what is on its way is answered: what was typed since does not wait for that. */
  private leave(): void {
    if (this.session.signedOut()) return;
    this.flush();
    for (const line of this.lines().values()) {
      const ahead = withNewestFollowing(line);
      if (!ahead) continue;
      this.put(ahead);
      // its answer is learned when it is sent again in its turn
      this.request(line.place, ahead.following.at(-1)!).catch(() => null);
    }
  }

  private dispatch(line: Line): void {
    const key = keyOf(line.place);
    this.put(line);
    const sent = this.send(line.place, line.sending!).finally(() => {
      if (this.onTheWay.get(key) === sent) this.onTheWay.delete(key);
    });
    this.onTheWay.set(key, sent);
  }

  private async send(place: Place, operation: Operation): Promise<void> {
    const saved = await this.request(place, operation).catch((error: unknown) => this.failed(place, problemOf(error)));
    if (saved) this.succeeded(place, saved);
  }

  private request(place: Place, { operationId, answer, version }: Operation): Promise<SavedAnswer> {
    const address = `/api/submissions/${place.submissionId}/answers/${place.questionId}`;
    // `keepalive`: it arrives even when the tab is closed meanwhile
    const options = { headers: { 'If-Match': `"${version}"` }, keepalive: isSmall(answer) };
    return firstValueFrom(this.http.put<SavedAnswer>(address, { operationId, ...answer }, options));
  }

  private succeeded(place: Place, saved: SavedAnswer): void {
    const line = this.lineAt(place)!;
    this.current.saved(place, saved);
    this.savedAt.set(saved.answer.updatedAt);
    if (saved.questionsChanged) this.current.questionsChanged(place.questionId);
    const done = { ...line, sending: null, failures: 0, version: saved.answer.version };
    if (line.beatenBy && line.following.length === 0) this.ask(done, line.beatenBy, answerIn(saved.answer));
    else this.goOn(done);
  }

  /** What is newer goes next. When nothing is, the line is gone. */
  private goOn(line: Line): void {
    const key = keyOf(line.place);
    if (!line.wanted && line.following.length === 0 && line.unreadable === null) return this.drop(key);
    this.put(line);
    if (line.due || line.following.length > 0) this.push(key);
  }

  private failed(place: Place, problem: Problem): void {
    const line = this.lineAt(place)!;
    if (problem.code === 'changed-meanwhile' && 'theirs' in problem.more) return this.collided(line, problem.more['theirs'] as AnswerView | null);
    if (willPass(problem)) return this.failedForNow(line, problem);
    // what was typed since may well be right
    if (line.wanted || line.following.length > 0) return this.goOn({ ...line, sending: null, forTheRecord: false, due: line.wanted !== null });
    this.put({ ...line, sending: null, forTheRecord: false, wanted: line.sending!.answer, due: false, refusal: problem });
    if (['round-not-open', 'return-not-editable', 'question-not-asked'].includes(problem.code)) this.current.refresh();
  }

  private collided(line: Line, theirs: AnswerView | null): void {
    const { answer } = line.sending!;
    if (line.forTheRecord) return this.goOn({ ...line, sending: null, forTheRecord: false, failures: 0 });
    // it had come before the one that it follows; nobody else has been there, and now it is its turn
    const overtook = (theirs?.version ?? 0) === line.version;
    if (overtook) return this.dispatch({ ...line, sending: operation(answer, line.version) });
    if (line.following.length > 0) return this.goOn({ ...line, sending: null, beatenBy: theirs });
    this.ask({ ...line, sending: null }, theirs, answer);
  }

  /** A person chooses. What was on its way is over. */
  private ask(line: Line, theirs: AnswerView | null, kept: Answer): void {
    const mine = line.wanted ?? kept;
    const asked = { ...line, wanted: mine, due: false, failures: 0, beatenBy: null, conflict: { theirs, kept } };
    this.stop(keyOf(line.place));
    // two people, or two windows of one person, said the same
    if (sameAnswer(mine, answerIn(theirs))) this.yieldTo(asked.conflict, asked);
    else this.put(asked);
  }

  /** The API kept mine when it refused it. What was typed since is sent to be kept as well. */
  private yieldTo(conflict: Conflict, line: Line): void {
    const yielded = yielding(line, conflict);
    if (!yielded.wanted) this.current.take(line.place, conflict.theirs);
    if (yielded.sending) this.dispatch(yielded);
    else this.goOn(yielded);
  }

  /** Whether it arrived is unknown, unless the API itself said no: then nothing was stored, and the newest words may go instead. */
  private failedForNow(line: Line, { code }: Problem): void {
    const failures = line.failures + 1;
    const replaced = line.wanted !== null && code !== 'unreachable' && line.following.length === 0 && !line.forTheRecord;
    this.put({ ...line, failures, due: line.wanted !== null, sending: replaced ? null : line.sending });
    this.later(keyOf(line.place), backOff(failures), () => this.push(keyOf(line.place)));
  }

  private tryAgain(): void {
    for (const [key, { failures }] of this.lines()) if (failures > 0) this.push(key);
  }

  private warn(event: Event): void {
    if (this.session.signedOut()) return;
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
