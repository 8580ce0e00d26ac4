import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { storable, type Answer } from '@attest/domain/questionnaire';
import type { SavedAnswer } from '@attest/shared/client';
import { Session, problemOf } from '@attest/shared/web';
import { answerIn } from '../answer-content';
import { CurrentReturn, type Place } from '../current-return';
import { AnswerWay } from './answer-way';
import { keyOf, tooLate, willPass, type Line, type Operation } from './line';
import { OnThisDevice } from './on-this-device';
import { Outbox } from './outbox';
import { askBeforeSigningOut } from './signing-out';
import type { Tabs } from './tabs';

/** Milliseconds between two attempts to have the key of this device. */
const ASK_AGAIN = 10_000;

/**
 * The outbox in a page: hears of typing, of the window going away and coming back, of the network and of other windows. It
 * outlives the pages of a return, so turning one loses nothing.
 */
@Injectable({ providedIn: 'root' })
export class AnswerSaver {
  private readonly way = inject(AnswerWay);
  private readonly current = inject(CurrentReturn);
  private readonly session = inject(Session);
  private readonly onThisDevice = inject(OnThisDevice);
  private readonly document = inject(DOCUMENT);
  private readonly outbox = new Outbox({
    send: (place, operation) => this.way.send(place, operation),
    keep: (place, operation, because) => this.keep(place, operation, because),
    problemOf,
    standing: ({ questionId }) => answerIn(this.current.question(questionId)?.answer ?? null),
    saved: (place, saved) => this.saved(place, saved),
    taken: (place, theirs) => this.current.take(place, theirs),
    refused: (_, { code }) => { if (tooLate.includes(code) || code === 'questions-changed') this.current.refresh(); },
    changed: () => this.read(),
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    pace: 1,
  });
  private readonly lines = signal<ReadonlyMap<string, Line>>(new Map());
  private readonly keeping = signal({ exposed: 0, broken: false, storedAt: null as string | null });
  private readonly savedAt = signal<string | null>(null);
  private readonly refused = signal(!this.onThisDevice.possible);
  private tabs: Tabs | null = null;

  /** Answers that are not known to be saved. */
  readonly unsaved = computed(() => [...this.lines().values()]);
  readonly lastSavedAt = this.savedAt.asReadonly();
  /** How many of them a crash would lose. */
  readonly exposed = computed(() => this.keeping().exposed);
  /** When something was last put away on this device. */
  readonly lastStoredAt = computed(() => this.keeping().storedAt);
  /** This browser keeps nothing: what is not sent is in this page alone. */
  readonly inMemoryOnly = computed(() => this.refused() || this.keeping().broken);

  constructor() {
    this.listen();
    if (this.onThisDevice.possible) void this.moveIn();
  }

  lineAt(place: Place): Line | null {
    return this.lines().get(keyOf(place)) ?? null;
  }

  edit(place: Place, answer: Answer, version: number, when: 'now' | 'soon'): void {
    this.outbox.edit(place, storable(answer), version, when);
  }

  editWords(place: Place, answer: Answer, version: number): void {
    this.outbox.editWords(place, storable(answer), version);
  }

  keepUnreadable(place: Place, typed: string, version: number): void {
    this.outbox.keepUnreadable(place, storable(typed), version);
  }

  flush(): void {
    this.outbox.flush();
  }

  settled(): Promise<void> {
    return this.outbox.settled();
  }

  keepMine(place: Place): void {
    this.outbox.keepMine(place);
  }

  keepBoth(place: Place): void {
    this.outbox.keepBoth(place);
  }

  keepTheirs(place: Place): void {
    this.outbox.keepTheirs(place);
  }

  retry(place: Place): void {
    this.outbox.retry(place);
  }

  giveUp(place: Place): void {
    this.outbox.giveUp(place);
  }

  private listen(): void {
    const window = this.document.defaultView!;
    const listeners: [EventTarget, string, (event: Event) => void][] = [
      [this.document, 'visibilitychange', () => (this.document.visibilityState === 'hidden' ? this.leave() : this.outbox.tryAgain())],
      [window, 'pagehide', () => this.leave()],
      [window, 'pageshow', () => this.outbox.tryAgain()],
      [window, 'online', () => this.outbox.tryAgain()],
      [window, 'beforeunload', (event) => this.warn(event)],
    ];
    for (const [target, name, heard] of listeners) target.addEventListener(name, heard);
    const stopAsking = askBeforeSigningOut(this);
    inject(DestroyRef).onDestroy(() => {
      stopAsking();
      for (const [target, name, heard] of listeners) target.removeEventListener(name, heard);
      this.outbox.stop();
    });
  }

  /** Until the key has come, and when it never does, everything goes on from memory. */
  private async moveIn(): Promise<void> {
    try {
      const { device, tabs } = await this.onThisDevice.open({
        saved: (place, saved) => this.current.saved(place, saved),
        left: (line) => this.outbox.takeUp(line),
      });
      this.tabs = tabs;
      this.outbox.use(device);
      this.refused.set(false);
    } catch (error) {
      if (willPass(problemOf(error)) && problemOf(error).code !== 'unexpected') setTimeout(() => void this.moveIn(), ASK_AGAIN);
      else this.refused.set(true);
    }
  }

  private async keep(place: Place, operation: Operation, because: string): Promise<void> {
    await this.way.keep(place, operation, because);
    this.current.draftKept(place.submissionId);
  }

  private saved(place: Place, saved: SavedAnswer): void {
    this.current.saved(place, saved);
    this.tabs?.tell({ place, saved });
    this.savedAt.set(saved.answer.updatedAt);
    if (saved.questionsChanged) this.current.questionsChanged(place.questionId);
  }

  private leave(): void {
    if (!this.session.signedOut()) this.outbox.leave();
  }

  private warn(event: Event): void {
    if (this.session.signedOut()) return;
    this.outbox.flush();
    if (this.exposed() > 0) event.preventDefault();
  }

  private read(): void {
    const { lines, device } = this.outbox;
    const all = [...lines.values()];
    this.lines.set(new Map(lines));
    this.keeping.set({ exposed: all.filter((line) => !device.has(line)).length, broken: device.broken, storedAt: device.storedAt?.toISOString() ?? null });
  }
}
