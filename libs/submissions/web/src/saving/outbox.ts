import type { Answer } from '@attest/domain/questionnaire';
import type { AnswerView, SavedAnswer } from '@attest/shared/client';
import { answerIn, sameAnswer } from '../answer-content';
import type { Place } from '../place';
import { Safekeeping, type Device } from './device';
import {
  backOff, failedOnce, keyOf, newLine, next, operation, putAside, takenUp, together, tooLate, willPass, withNewestFollowing, withUnreadable, yielding,
  type Conflict, type Line, type Problem,
} from './line';
import { pledge } from './pledge';
import type { Surroundings } from './surroundings';
import { Waits } from './waits';

/** Milliseconds that typing rests before it is put away on the device, and before it is sent. */
export const RESTS = { store: 400, send: 1_500 };

/**
 * Takes every change and sees it to the API: first to the device, then one request at a time for each answer, the newest words
 * last, the same operation until it is answered. It knows no browser, so that it can be tried out against the worst of weathers.
 */
export class Outbox {
  private readonly held = new Map<string, Line>();
  readonly device = new Safekeeping(this.held, () => this.around.changed());
  private readonly waits: Waits;
  private readonly onTheWay = new Map<string, Promise<void>>();
  private readonly freed: (() => void)[] = [];
  private hurry = pledge();

  constructor(private readonly around: Surroundings) {
    this.waits = new Waits(around);
  }

  get lines(): ReadonlyMap<string, Line> {
    return this.held;
  }

  lineAt(place: Place): Line | null {
    return this.held.get(keyOf(place)) ?? null;
  }

  /** From now on everything is put away on this device first. */
  use(device: Device): void {
    this.device.use(device);
  }

  /** What another page left behind goes on here, as soon as nothing of one's own is in its place. */
  async takeUp(line: Line): Promise<void> {
    const key = keyOf(line.place);
    while (this.held.has(key)) await new Promise<void>((done) => this.freed.push(done));
    this.put(takenUp(line));
    await this.device.store(key);
    this.push(key);
  }

  /** `version` is that of the answer which the person saw when they began to change it. */
  edit(place: Place, answer: Answer, version: number, when: 'now' | 'soon'): void {
    this.put({ ...this.lineFrom(place, version), wanted: answer, refusal: null, keeping: null, unreadable: null });
    this.move(keyOf(place), when);
  }

  /** Only the words beside the value: a value that cannot be read stays to be put right. */
  editWords(place: Place, answer: Answer, version: number): void {
    this.put({ ...this.lineFrom(place, version), wanted: answer, refusal: null, keeping: null });
    this.move(keyOf(place), 'soon');
  }

  /** Keeps what was typed though it cannot be a value, so that it is still there to be put right. */
  keepUnreadable(place: Place, typed: string, version: number): void {
    this.put(withUnreadable(this.lineFrom(place, version), typed, this.around.standing(place)));
    this.move(keyOf(place), 'soon');
  }

  /** Nothing waits for a pause any more. */
  flush(): void {
    for (const key of this.held.keys()) {
      this.push(key);
      if (!this.device.has(this.held.get(key)!)) void this.device.store(key);
    }
  }

  /** Flushes, and answers once nothing is on its way: saved, or waiting for a person or for the network. */
  async settled(): Promise<void> {
    this.flush();
    while (this.onTheWay.size > 0) await Promise.all(this.onTheWay.values());
  }

  /** The page may be gone before the device or the API has answered: what was typed since waits for neither. */
  leave(): void {
    this.flush();
    for (const [key, line] of this.held) {
      const ahead = withNewestFollowing(line);
      if (!ahead) continue;
      this.put(ahead);
      void this.device.store(key);
      // its answer is learned when it is sent again in its turn
      this.around.send(line.place, ahead.following.at(-1)!).catch(() => null);
    }
    this.hurry.keep();
    this.hurry = pledge();
  }

  /** The network may be back, or the lid open again. */
  tryAgain(): void {
    for (const [key, { failures }] of this.held) if (failures > 0) this.push(key);
  }

  keepMine(place: Place): void {
    this.settle(place, (mine) => mine);
  }

  /** Mine with the words of theirs behind, to be edited together. */
  keepBoth(place: Place): void {
    this.settle(place, together);
  }

  private settle(place: Place, chosen: (mine: Answer, theirs: AnswerView | null) => Answer): void {
    const line = this.lineAt(place);
    if (!line?.conflict) return;
    const { theirs, kept } = line.conflict;
    this.put({ ...line, wanted: chosen(line.wanted ?? kept, theirs), conflict: null, version: Math.max(line.version, theirs?.version ?? 0) });
    this.push(keyOf(place));
  }

  keepTheirs(place: Place): void {
    const line = this.lineAt(place);
    if (line?.conflict) this.yieldTo(line.conflict, { ...line, unreadable: null });
  }

  /** Lets go of what the API would not have or what nobody can read: the saved answer is all there is again. */
  giveUp(place: Place): void {
    const line = this.lineAt(place);
    if (line?.sending) this.keepLine({ ...line, wanted: null, due: false, unreadable: null });
    else this.drop(keyOf(place));
  }

  /** After whatever failed again and again has been looked into. */
  retry(place: Place): void {
    const line = this.lineAt(place);
    if (!line?.refusal) return;
    this.keepLine({ ...line, refusal: null, keeping: null });
    this.push(keyOf(place));
  }

  stop(): void {
    this.waits.stop();
  }

  private lineFrom(place: Place, version: number): Line {
    return this.lineAt(place) ?? newLine(place, version);
  }

  private move(key: string, when: 'now' | 'soon'): void {
    if (when === 'now') return this.push(key);
    this.waits.later(`store ${key}`, RESTS.store, () => void this.device.store(key));
    this.waits.later(key, RESTS.send, () => this.push(key));
  }

  /** The one way out: sends what is next, or once more what has not been answered. */
  private push(key: string): void {
    this.waits.halt(key);
    const found = this.held.get(key);
    if (!found || found.conflict) return;
    if (found.keeping && !this.onTheWay.has(key)) return this.dispatch(found, (line) => this.keepAway(line));
    if (found.refusal) return;
    const line = { ...found, due: found.wanted !== null, rested: true };
    if (line.sending && this.onTheWay.has(key)) return this.put(line);
    const leaving = line.sending ? line : next(line);
    if (leaving) this.dispatch(leaving);
    else this.keepLine(line);
  }

  private dispatch(line: Line, send = (of: Line) => this.send(of)): void {
    const key = keyOf(line.place);
    this.put(line);
    const sent = this.afterStoring(key, () => send(line)).finally(() => {
      if (this.onTheWay.get(key) === sent) this.onTheWay.delete(key);
    });
    this.onTheWay.set(key, sent);
  }

  private async afterStoring(key: string, send: () => Promise<void>): Promise<void> {
    // without a device to wait for it leaves at once
    if (!this.device.there) return send();
    this.waits.halt(`store ${key}`);
    await Promise.race([this.device.store(key), this.hurry.promise]);
    return send();
  }

  private async send({ place, sending }: Line): Promise<void> {
    const saved = await this.around.send(place, sending!).catch((error: unknown) => this.failed(place, this.around.problemOf(error)));
    if (saved) this.succeeded(place, saved);
  }

  private succeeded(place: Place, saved: SavedAnswer): void {
    const line = this.lineAt(place)!;
    this.around.saved(place, saved);
    const done = { ...line, sending: null, failures: 0, strikes: 0, version: saved.answer.version };
    if (line.beatenBy && line.following.length === 0) this.ask(done, line.beatenBy, answerIn(saved.answer));
    else this.goOn(done);
  }

  /** What is newer goes next. When nothing is, the line is gone. */
  private goOn(line: Line): void {
    const key = keyOf(line.place);
    if (!line.wanted && line.following.length === 0 && line.unreadable === null) return this.drop(key);
    this.keepLine(line);
    if (line.due || line.following.length > 0) this.push(key);
  }

  private failed(place: Place, problem: Problem): void {
    const line = this.lineAt(place)!;
    if (problem.code === 'changed-meanwhile' && 'theirs' in problem.more) return this.collided(line, problem.more['theirs'] as AnswerView | null);
    if (willPass(problem)) return this.failedForNow(failedOnce(line, problem));
    // what was typed since may well be right
    if (line.wanted || line.following.length > 0) return this.goOn({ ...line, sending: null, forTheRecord: false, due: line.wanted !== null });
    if (tooLate.includes(problem.code)) this.keepLine({ ...putAside(line, problem), keeping: line.sending });
    else this.keepLine(putAside(line, problem));
    this.around.refused(place, problem);
    if (tooLate.includes(problem.code)) this.waits.later(keyOf(place), 0, () => this.push(keyOf(place)));
  }

  private failedForNow(line: Line): void {
    this.keepLine(line);
    if (line.refusal && !line.keeping) this.around.refused(line.place, line.refusal);
    else this.waits.later(keyOf(line.place), backOff(line.failures), () => this.push(keyOf(line.place)));
  }

  /** Away from the answers, to what its author alone sees. Where even that is refused it stays here, to be seen and copied. */
  private async keepAway({ place, keeping, refusal }: Line): Promise<void> {
    const problem = await this.around.keep(place, keeping!, refusal!.code).then(() => null, (error: unknown) => this.around.problemOf(error));
    const line = this.lineAt(place);
    // it has been typed over meanwhile
    if (line?.keeping?.operationId !== keeping!.operationId) return;
    if (!problem) this.drop(keyOf(place));
    else if (willPass(problem)) this.failedForNow({ ...line, failures: line.failures + 1 });
    else this.keepLine({ ...line, keeping: null });
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
    this.waits.halt(keyOf(line.place));
    // two people, or two windows of one person, said the same
    if (sameAnswer(mine, answerIn(theirs))) this.yieldTo(asked.conflict, asked);
    else this.keepLine(asked);
  }

  /** The API kept mine when it refused it. What was typed since is sent to be kept as well. */
  private yieldTo(conflict: Conflict, line: Line): void {
    const yielded = yielding(line, conflict);
    if (!yielded.wanted) this.around.taken(line.place, conflict.theirs);
    if (yielded.sending) this.dispatch(yielded);
    else this.goOn(yielded);
  }

  private put(line: Line): void {
    this.held.set(keyOf(line.place), line);
    this.around.changed();
  }

  /** And on the device. */
  private keepLine(line: Line): void {
    this.put(line);
    void this.device.store(keyOf(line.place));
  }

  private drop(key: string): void {
    const line = this.held.get(key);
    this.waits.halt(key);
    this.waits.halt(`store ${key}`);
    this.held.delete(key);
    if (line) this.device.forget(line);
    this.around.changed();
    for (const free of this.freed.splice(0)) free();
  }
}
