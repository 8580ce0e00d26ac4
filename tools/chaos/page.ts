import type { Answer } from '@attest/domain/questionnaire';
import { Outbox } from '../../libs/submissions/web/src/saving/outbox';
import { newestIn, type Problem } from '../../libs/submissions/web/src/saving/line';
import { SealedDevice } from '../../libs/submissions/web/src/saving/sealed-device';
import type { Browser } from './browser';
import type { Chance } from './chance';
import type { Ledger } from './ledger';
import { Failure, type Transport } from './transport';

/** So much faster than a person everything waits. */
const PACE = 0.02;
let pages = 0;

/** One window on one return: the outbox of the real one, on a device and a network of ours. */
export class Page {
  alive = true;
  readonly outbox: Outbox;
  private readonly device: Promise<SealedDevice>;
  private readonly lastWords = new Map<string, string>();
  private readonly tab = `tab-${++pages}`;

  constructor(
    private readonly submissionId: string, browser: Browser, transport: Transport, private readonly ledger: Ledger, private readonly chance: Chance,
    /** The version of each answer that somebody who reads the return now would see. */
    private readonly versions: Map<string, number>,
  ) {
    this.outbox = new Outbox({
      send: (place, operation) => this.living(transport.send(place, operation)),
      keep: async () => { throw new Error('Nothing is too late here.'); },
      problemOf: (error) => (error instanceof Failure ? error.problem : { code: 'unexpected', detail: String(error), faults: [], more: {} } satisfies Problem),
      standing: () => ({ level: null, value: null, note: '', naReason: null }),
      saved: ({ questionId }, { answer }) => { this.ledger.acknowledge(answer.note); this.see(questionId, answer.version); },
      taken: ({ questionId }, theirs) => this.see(questionId, theirs?.version ?? 0),
      refused: () => {}, changed: () => {},
      later: (milliseconds, act) => {
        const timer = setTimeout(() => this.alive && act(), milliseconds);
        return () => clearTimeout(timer);
      },
      pace: PACE,
    });
    this.device = browser.key.then((key) => new SealedDevice(browser.rowsOf(this, () => pause(chance.below(6))), key, browser.owner, this.tab));
    void this.device.then((device) => this.alive && this.outbox.use(device));
  }

  /** What pages before it have left is taken over, as whoever holds their lock would. */
  async takeOver(gone: readonly Page[]): Promise<void> {
    const device = await this.device;
    for (const { tab } of gone) void device.takeOver(tab, (line) => (this.alive ? this.outbox.takeUp(line) : new Promise(() => {})));
  }

  type(questionId: string, words: string): void {
    const answer: Answer = { level: null, value: null, note: words, naReason: null };
    // the field showed it, also when another page had left it, and it is typed over before it is known to have arrived
    const line = this.outbox.lineAt(this.place(questionId));
    const before = line && newestIn(line);
    if (before) this.ledger.typedOver(before.note);
    this.ledger.type(words);
    this.lastWords.set(questionId, words);
    this.outbox.edit(this.place(questionId), answer, this.versions.get(questionId) ?? 0, this.chance.happens(0.4) ? 'now' : 'soon');
  }

  /** Killed in the middle of whatever it does. What the page had said to be safe must be found; what it had not, need not. */
  kill(): void {
    for (const [questionId, words] of this.lastWords) {
      const line = this.outbox.lineAt(this.place(questionId));
      if (!line || (this.outbox.device.has(line) && newestIn(line)?.note === words)) this.ledger.expect(words);
    }
    this.alive = false;
    this.outbox.stop();
  }

  /** Closed by somebody: what is on its way is let go. */
  close(): void {
    this.outbox.leave();
    this.kill();
  }

  /** A person answers what the page asks. */
  decide(): void {
    for (const { place, conflict } of this.outbox.lines.values()) {
      if (!conflict) continue;
      if (conflict.theirs && this.chance.happens(0.4)) {
        this.ledger.restore(conflict.theirs.note);
        this.outbox.keepTheirs(place);
      } else {
        // it may have been saved before somebody wrote over it, and is now chosen over theirs
        this.ledger.restore(conflict.kept.note);
        this.outbox.keepMine(place);
      }
    }
  }

  /** Everything it typed last must be found in the end. */
  expectAll(): void {
    for (const words of this.lastWords.values()) this.ledger.expect(words);
  }

  get idle(): boolean {
    return this.outbox.lines.size === 0;
  }

  private place(questionId: string) {
    return { submissionId: this.submissionId, questionId };
  }

  private see(questionId: string, version: number): void {
    this.versions.set(questionId, Math.max(version, this.versions.get(questionId) ?? 0));
  }

  /** Nobody hears the answer to a page that is gone. */
  private living<T>(answer: Promise<T>): Promise<T> {
    return new Promise((done, failed) => answer.then((value) => this.alive && done(value), (error: unknown) => this.alive && failed(error)));
  }
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
