import { Component, computed, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { EvidenceView } from '@attest/shared/client';
import { Confirm, DAY_HINT, DatePipe, DayInput, ErrorSummary, Field, FieldInput, Notice, Tag } from '@attest/shared/ui';
import { FormFaults, Page, factsOf, problemOf, validDay } from '@attest/shared/web';
import { BringFiles } from './bring-files';
import { ChildGuard } from './child-guard';
import { EvidenceApi } from './evidence-api';
import { Uploads } from './uploads';

/** One piece of evidence: what it is called, where it is used, and every revision there has been. */
@Component({
  selector: 'att-piece-page',
  imports: [DatePipe, DayInput, ErrorSummary, Field, FieldInput, BringFiles, FormField, Notice, Page, RouterLink, Tag],
  templateUrl: './piece-page.html',
  styles: 'form, .revise { max-width: 46rem; } .revisions { max-width: 56rem; } .revisions li { padding: 10px 0; border-bottom: 1px solid var(--att-line); overflow-wrap: anywhere; } .hash { font-size: 0.875rem; }',
})
export class PiecePage {
  private readonly api = inject(EvidenceApi);
  private readonly confirm = inject(Confirm);
  private readonly guard = inject(ChildGuard);
  private readonly router = inject(Router);

  readonly id = input.required<string>();
  protected readonly reading = this.api.one(this.id);
  protected readonly piece = computed(() => (this.reading.hasValue() ? this.reading.value() : null));
  protected readonly faults = new FormFaults();
  protected readonly dayHint = DAY_HINT;
  protected readonly moving = new FormFaults();
  protected readonly uploads = new Uploads();
  protected readonly saved = signal('');
  protected readonly problem = signal('');
  private readonly which = computed(() => this.piece()?.id);
  /** Begun anew with another piece only: a new revision must not wipe out what is being typed beside it. */
  private readonly typed = linkedSignal({ source: this.which, computation: () => untracked(() => ({ title: this.piece()?.title ?? '', owner: this.piece()?.owner ?? '', reviewBy: this.piece()?.reviewBy ?? '' })) });
  protected readonly form = form(this.typed, (path) => {
    required(path.title, { message: 'Enter title.' });
    maxLength(path.title, 200, { message: 'The title must have 200 characters or fewer.' });
    validDay(path.reviewBy, 'Enter when it is reviewed');
  }, { name: 'piece' });
  private readonly placed = linkedSignal({ source: this.which, computation: () => untracked(() => ({ location: this.piece()?.revision.location ?? '' })) });
  protected readonly place = form(this.placed, (path) => { required(path.location, { message: 'Enter where it is now.' }); }, { name: 'place' });

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      const { title, owner, reviewBy } = this.typed();
      this.now(await this.api.edit(this.id(), { title, owner, reviewBy: reviewBy || null }), 'Saved.');
    });
  }

  protected move(event: Event): Promise<void> {
    event.preventDefault();
    return this.moving.attempt(this.place, async () => this.now(await this.api.move(this.id(), this.placed().location.trim()), 'Saved as a new revision.'));
  }

  protected async revise(files: readonly File[]): Promise<void> {
    if (!(await this.guard.clear(files))) return;
    await this.uploads.send(files, async (file, left) => this.now(await this.api.revise(this.id(), file, left), 'The new revision was added.'));
  }

  protected async delete({ title }: EvidenceView): Promise<void> {
    if (!(await this.confirm.ask({ heading: `Delete ${title}?`, text: 'It is used nowhere. It and all its revisions will be gone, and nobody can bring them back.', action: 'Delete it', danger: true }))) return;
    try {
      await this.api.delete(this.id());
      await this.router.navigate(['/evidence']);
    } catch (error) {
      this.problem.set(problemOf(error).detail);
    }
  }

  private now(piece: EvidenceView, saved: string): void {
    this.reading.set(piece);
    this.saved.set(saved);
  }

  protected factsOf(revision: EvidenceView['revision']): string {
    return factsOf({ kind: this.piece()?.kind ?? 'file', revision });
  }
}
