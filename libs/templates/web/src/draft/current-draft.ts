import { DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { applyEdits, type Edit } from '@attest/domain/authoring';
import { readsAlike } from '@attest/domain/lineage';
import { questionsOf, type Question, type Template } from '@attest/domain/questionnaire';
import type { DraftStep } from '@attest/shared/client';
import { Confirm, drawAtOnce } from '@attest/shared/ui';
import { Session, problemOf } from '@attest/shared/web';
import { TemplatesApi, type Draft } from '../templates-api';
import { joined, rebased, same } from './rebase';

/** Edits that are not in the API yet, and the draft they were made on. */
interface Waiting {
  readonly edits: readonly Edit[];
  readonly before: Template;
}

/** How long typing rests before it is sent, and how long a request that did not get through waits, in milliseconds. */
const [REST, AGAIN] = [600, 5_000];
/** How long signing out waits, in milliseconds: whoever signs out means to walk away. */
const PATIENCE = 5_000;
/** What passes by itself. */
const passing = ['unreachable', 'unexpected', 'unavailable', 'too-many-requests', 'not-signed-in'];

/**
 * One draft for all its pages: what the API knows, and on top of it the edits that are on their way, one request after the
 * other. The queue goes on when a page is left.
 */
@Injectable()
export class CurrentDraft {
  private readonly api = inject(TemplatesApi);
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly draw = drawAtOnce();
  private readonly opened = signal<string | null>(null);

  readonly reading = this.api.draft(this.opened);
  /** A reading may have left before an edit was taken and arrive after it: the higher revision stands. */
  private readonly known = linkedSignal<Draft | null, Draft | null>({
    source: () => (this.reading.hasValue() ? this.reading.value() : null),
    computation: (read, before) => (read && before?.value?.id === read.id && before.value.revision > read.revision ? before.value : read),
  });
  private readonly waiting = signal<readonly Waiting[]>([]);
  private readonly sending = signal(false);
  /** Why the last request did not get through, which is tried again. */
  private readonly delayed = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly view = this.known.asReadonly();
  readonly template = computed(() => {
    const known = this.known();
    return known && this.waiting().reduce((template, { edits }) => madeOf(template, edits) ?? template, known.template);
  });
  readonly savedAt = linkedSignal(() => (this.reading.hasValue() ? this.reading.value().changedAt : null));
  readonly unsaved = computed(() => this.waiting().length > 0);
  readonly status = computed<'saved' | 'saving' | 'delayed' | 'signed-out'>(() => {
    if (!this.unsaved()) return 'saved';
    if (this.session.expired()) return 'signed-out';
    return this.delayed() ? 'delayed' : 'saving';
  });
  /** What somebody should know of what became of an edit; taken away by the next one or by hand. */
  readonly told = signal('');

  private readonly followed = this.api.version(computed(() => this.known()?.follows?.versionId));
  /** The published edition this one follows; null where it follows none or is not there yet. */
  readonly before = computed(() => (this.followed.hasValue() ? (this.followed.value().template as Template) : null));
  /** Until it is there nobody can say what is reworded: nothing is changed meanwhile. */
  readonly beforeReading = computed(() => this.known()?.follows != null && this.before() === null && !this.followed.error());

  constructor() {
    const goOn = this.session.beforeSigningOut(() => this.mayGo());
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      goOn();
    });
  }

  open(id: string): void {
    if (this.opened() === id) return void this.reading.reload();
    this.waiting.set([]);
    this.told.set('');
    this.opened.set(id);
  }

  /** False when it could not be made, and then `told` says why. `soon`: when typing rests. */
  edit(edits: readonly Edit[], when: 'now' | 'soon' = 'now'): boolean {
    const before = this.template();
    if (!before) return false;
    const made = applyEdits(before, edits);
    this.told.set('refused' in made ? made.refused : '');
    if ('refused' in made) return false;
    this.add({ edits, before });
    this.draw();
    clearTimeout(this.timer);
    if (when === 'soon') this.timer = setTimeout(() => this.flush(), REST);
    else this.flush();
    return true;
  }

  changeQuestion(question: Question, changes: { readonly [Name in keyof Question]?: Question[Name] | undefined }, when: 'now' | 'soon' = 'now'): void {
    const next = tidy({ ...question, ...changes });
    if (same(next, question)) return;
    this.edit([{ edit: 'change-question', question: 'lineage' in changes ? next : this.threaded(next) }], when);
  }

  flush(): void {
    clearTimeout(this.timer);
    void this.send();
  }

  /** When everything has been sent, or cannot be for now. */
  async settled(): Promise<boolean> {
    this.flush();
    while (this.sending()) await new Promise((done) => setTimeout(done, 30));
    return !this.unsaved();
  }

  async takeBack(which: 'undo' | 'redo'): Promise<void> {
    if (!(await this.settled())) return this.told.set('Something is not saved yet. Try again when it is.');
    const known = this.known();
    if (!known || this.sending()) return;
    this.sending.set(true);
    try {
      this.took(await this.api.takeBack(known.id, known.revision, which));
      this.told.set('');
    } catch (error) {
      const problem = problemOf(error);
      if (problem.more['current']) this.known.set(problem.more['current'] as Draft);
      this.told.set(problem.detail);
    } finally {
      this.sending.set(false);
    }
    this.flush();
  }

  /** Signing out waits for what is on its way, and asks before it throws away what could not be saved. */
  private async mayGo(): Promise<boolean> {
    await Promise.race([this.settled(), new Promise((done) => setTimeout(done, PATIENCE))]);
    if (!this.unsaved()) return true;
    return this.confirm.ask({ heading: 'Sign out without saving?', action: 'Sign out without saving', danger: true, text: 'What you changed last in a draft is not saved. If you sign out now, it is lost.' });
  }

  /** A question that still reads as last year's is the same; from the first change on it is reworded, unless told otherwise. */
  private threaded(question: Question): Question {
    const { lineage } = question;
    if (!lineage || lineage.from.length !== 1 || (lineage.kind !== 'same' && lineage.kind !== 'reworded')) return question;
    const before = this.before();
    const was = before && questionsOf(before).find(({ key }) => key === lineage.from[0]);
    return was ? { ...question, lineage: { ...lineage, kind: readsAlike(was, question) ? 'same' : 'reworded' } } : question;
  }

  private add(next: Waiting): void {
    const last = this.waiting().at(-1);
    const free = last && !(this.sending() && this.waiting().length === 1);
    const together = free ? joined(last.edits, next.edits) : null;
    this.waiting.update((all) => (together ? [...all.slice(0, -1), { edits: together, before: last!.before }] : [...all, next]));
  }

  private async send(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      for (let next = this.waiting()[0]; next; next = this.waiting()[0]) {
        if (!(await this.sent(next))) return;
      }
    } finally {
      this.sending.set(false);
    }
  }

  private async sent({ edits }: Waiting): Promise<boolean> {
    const { id, revision } = this.known()!;
    try {
      const step = await this.api.edit(id, revision, edits);
      this.waiting.update((all) => all.slice(1));
      this.took({ ...step, edits: [...edits] });
      this.delayed.set('');
      return true;
    } catch (error) {
      return this.notSent(problemOf(error));
    }
  }

  /** Whether to go on at once with what waits. */
  private notSent({ code, detail, more }: ReturnType<typeof problemOf>): boolean {
    if (code === 'changed-meanwhile' && more['current']) {
      this.again(more['current'] as Draft);
      return true;
    }
    if (passing.includes(code)) {
      this.delayed.set(detail);
      this.timer = setTimeout(() => this.flush(), AGAIN);
      return false;
    }
    this.waiting.set([]);
    this.delayed.set('');
    this.told.set(`${detail} What you changed last was not saved; the draft is shown as it is.`);
    this.reading.reload();
    return false;
  }

  /** What waits is made again on the draft as it is now. */
  private again(current: Draft): void {
    let now = current.template;
    const kept = this.waiting().flatMap(({ edits, before }): Waiting[] => {
      const mine = edits.map((edit) => rebased(edit, before, now));
      const made = madeOf(now, mine);
      if (!made) return [];
      const on = now;
      now = made;
      return [{ edits: mine, before: on }];
    });
    const lost = this.waiting().length - kept.length;
    this.known.set(current);
    this.waiting.set(kept);
    this.told.set(`${current.changedBy} changed this draft meanwhile. ${lost === 0 ? 'Your change was made again on top of it.' : 'Your last change could not be made on top of it: what it was about is gone.'}`);
  }

  private took({ edits, revision, canUndo, canRedo, savedAt }: DraftStep): void {
    this.known.update((known) => known && { ...known, revision, canUndo, canRedo, template: madeOf(known.template, edits as unknown as readonly Edit[]) ?? known.template });
    this.savedAt.set(savedAt);
  }
}

function madeOf(template: Template, edits: readonly Edit[]): Template | null {
  const made = applyEdits(template, edits);
  return 'refused' in made ? null : made.template;
}

/** What is taken out is left out. */
const tidy = (question: object): Question => Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as unknown as Question;
