import { Component, ElementRef, computed, effect, inject, input, output, signal } from '@angular/core';
import type { EvidenceView, QuestionView, ShownForAnswer, ShownView } from '@attest/shared/client';
import { Icon, Notice } from '@attest/shared/ui';
import { ShownList, problemOf } from '@attest/shared/web';
import type { Place } from '../current-return';
import { FieldNames } from '../question/field-names';
import { ChildGuard } from './child-guard';
import { EvidenceApi } from './evidence-api';
import { BringFiles } from './bring-files';
import { LibraryChoice } from './library-choice';
import { LinkForm } from './link-form';
import { Uploads } from './uploads';

/** Milliseconds between two looks whether a file has been checked, and how often it is looked. */
const [LOOK_AGAIN, LOOKS] = [4_000, 20];

/** What is shown for an answer: files, links and places of the organisation's library. Everything added here is kept there. */
@Component({
  selector: 'att-evidence-panel',
  imports: [BringFiles, Icon, LibraryChoice, LinkForm, Notice, ShownList],
  templateUrl: './evidence-panel.html',
  styleUrl: './evidence-panel.scss',
})
export class EvidencePanel {
  private readonly api = inject(EvidenceApi);
  private readonly guard = inject(ChildGuard);
  protected readonly names = inject(FieldNames);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly place = input.required<Place>();
  readonly organisationId = input.required<string>();
  readonly question = input.required<Pick<QuestionView, 'shown' | 'evidenceRule' | 'type'>>();
  readonly open = input(false);
  readonly error = input('');
  readonly changed = output<ShownForAnswer>();
  /** Something may be known by now that was not a moment ago. */
  readonly lookAgain = output();

  protected readonly uploads = new Uploads();
  protected readonly adding = signal<'link' | 'library' | null>(null);
  protected readonly problem = signal('');
  protected readonly said = signal('');
  protected readonly used = computed(() => this.question().shown.map(({ id }) => id));
  protected readonly wanted = computed(() => ({ 'required': 'Evidence is needed for this answer.', 'if-met': 'Evidence is needed when you rate this as met.', 'optional': '', 'none': '' })[this.question().evidenceRule]);
  private readonly waiting = computed(() => this.question().shown.some(({ revision }) => revision.scan === 'waiting'));

  constructor() {
    effect((onCleanup) => {
      if (!this.waiting()) return;
      let looks = 0;
      const timer = setInterval(() => { if (++looks <= LOOKS) this.lookAgain.emit(); }, LOOK_AGAIN);
      onCleanup(() => clearInterval(timer));
    });
  }

  protected async bring(files: readonly File[]): Promise<void> {
    if (!(await this.guard.clear(files))) return;
    const place = this.place();
    await this.uploads.send(files, async (file, left) => {
      const { id } = await this.api.bring(this.organisationId(), file, left);
      this.changed.emit(await this.api.use(place, id));
    });
  }

  protected async use({ id, title }: EvidenceView): Promise<void> {
    await this.attempt(async () => {
      this.changed.emit(await this.api.use(this.place(), id));
      this.adding.set(null);
      this.say(`${title} was added.`);
    });
  }

  protected async takeAway({ id, title }: ShownView): Promise<void> {
    await this.attempt(async () => {
      this.changed.emit(await this.api.takeAway(this.place(), id));
      this.say(`${title} was removed from this answer. It is still in the library.`);
    });
  }

  protected close(): void {
    this.adding.set(null);
    this.focus();
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      this.problem.set(problemOf(error).detail);
    }
  }

  private say(what: string): void {
    this.said.set(what);
    this.focus();
  }

  private focus(): void {
    this.host.querySelector<HTMLElement>(`[id="${this.names.of('evidence')}"]`)?.focus();
  }
}
