import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import type { ExportView } from '@attest/shared/client';
import { DatePipe, EmptyState, ErrorSummary, Field, FieldInput, Icon, Progress, Tag } from '@attest/shared/ui';
import { FormFaults, Page, watching } from '@attest/shared/web';
import { RecordsApi } from './records-api';

const states = { waiting: 'Waiting', running: 'Being made', ready: 'Ready', failed: 'Failed', expired: 'Deleted' } as const;
const tones = { waiting: 'open', running: 'open', ready: 'done', failed: 'problem', expired: 'quiet' } as const;

/** Leaving is as easy as arriving: ask, watch, download, and see who else has. */
@Component({
  selector: 'att-exports-page',
  imports: [DatePipe, EmptyState, ErrorSummary, Field, FieldInput, FormField, Icon, Page, Progress, Tag],
  templateUrl: './exports-page.html',
  styles: `
    .copy { max-width: 46rem; margin-bottom: 16px; }
    h3 { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; margin: 0 0 4px; }
    .hash { font-size: 0.875rem; overflow-wrap: anywhere; }
    form { max-width: 46rem; }
  `,
})
export class ExportsPage {
  private readonly api = inject(RecordsApi);
  protected readonly exports = this.api.exports();
  protected readonly faults = new FormFaults();
  protected readonly going = computed(() => this.exports.hasValue() && this.exports.value().some(({ state }) => state === 'waiting' || state === 'running'));
  private readonly typed = signal({ reason: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.reason, { message: 'Say why: it stands beside the copy, and in the trail.' });
    maxLength(path.reason, 500, { message: 'The reason must have 500 characters or fewer.' });
  }, { name: 'export' });

  protected readonly stateOf = ({ state }: ExportView) => states[state];
  protected readonly toneOf = ({ state }: ExportView) => tones[state];
  protected readonly sizeOf = ({ bytes }: ExportView) => ((bytes ?? 0) < 1_000_000 ? `${Math.ceil((bytes ?? 0) / 1000)} kB` : `${((bytes ?? 0) / 1_000_000).toFixed(1)} MB`);

  constructor() {
    watching(this.going, () => this.exports.reload());
  }

  protected ask(event: Event): Promise<void> {
    event.preventDefault();
    return this.faults.attempt(this.form, async () => {
      await this.api.copy(this.typed().reason);
      this.typed.set({ reason: '' });
      this.exports.reload();
    });
  }

  /** The list says who took it as soon as they have. */
  protected taken(): void {
    setTimeout(() => this.exports.reload(), 1000);
  }
}
