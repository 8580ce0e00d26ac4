import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { retention, type RetentionKind } from '@attest/domain/records';
import type { DisposalPreview, DisposalView } from '@attest/shared/client';
import { DatePipe, EmptyState, ErrorSummary, Field, FieldInput, Notice, Progress, Tag } from '@attest/shared/ui';
import { FormFaults, Page, watching } from '@attest/shared/web';
import { RecordsApi } from '../records-api';

const states = { waiting: 'Waiting', running: 'Going on', done: 'Done', failed: 'Failed' } as const;
const tones = { waiting: 'open', running: 'open', done: 'done', failed: 'problem' } as const;

/** What is due, seen before it goes; then an act of its own, confirmed by typing how much it is. */
@Component({
  selector: 'att-disposal-page',
  imports: [DatePipe, EmptyState, ErrorSummary, Field, FieldInput, FormField, Notice, Page, Progress, Tag],
  templateUrl: './disposal-page.html',
  styles: `
    form, .past { max-width: 46rem; }
    .past { margin-bottom: 16px; }
    h3.when { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; margin: 0 0 4px; }
    ul { margin: 0 0 16px; }
  `,
})
export class DisposalPage {
  private readonly api = inject(RecordsApi);
  protected readonly due = this.api.due();
  protected readonly disposals = this.api.disposals();
  protected readonly faults = new FormFaults();
  protected readonly going = computed(() => this.disposals.hasValue() && this.disposals.value().some(({ state }) => state === 'waiting' || state === 'running'));
  private readonly typed = signal({ confirm: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.confirm, { message: 'Type the number of records to confirm.' });
  }, { name: 'disposal' });

  protected readonly stateOf = ({ state }: DisposalView) => states[state];
  protected readonly toneOf = ({ state }: DisposalView) => tones[state];
  protected readonly countsOf = ({ counts }: DisposalView) =>
    Object.entries(counts).map(([kind, count]) => `${retention[kind as RetentionKind].name.toLowerCase()}: ${count}`).join('; ') || 'nothing yet';
  protected readonly namesOf = (organisations: readonly { readonly name: string }[]) => organisations.map(({ name }) => name).join('; ');

  constructor() {
    // what is due has changed as soon as a disposal has ended
    watching(this.going, () => {
      this.disposals.reload();
      this.due.reload();
    });
  }

  protected dispose(event: Event, { asOf }: DisposalPreview): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await this.api.dispose({ asOf, confirm: Number(this.typed().confirm.replace(/[\s,]/g, '')) || 1 });
      this.typed.set({ confirm: '' });
      this.disposals.reload();
    });
  }
}
