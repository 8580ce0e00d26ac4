import { Component, computed, inject, input, output, signal } from '@angular/core';
import { audienceWords } from '@attest/domain/disclosure';
import { formats, presetOf } from '@attest/domain/exports';
import type { MadeExportView } from '@attest/shared/client';
import { DatePipe, Icon, Notice, Progress, Tag } from '@attest/shared/ui';
import { problemOf } from '@attest/shared/web';
import { ExportsApi } from './exports-api';

const states = { waiting: 'Waiting', running: 'Being made', ready: 'Ready', failed: 'Failed', cancelled: 'Stopped', expired: 'Deleted' } as const;
const tones = { waiting: 'open', running: 'open', ready: 'done', failed: 'problem', cancelled: 'quiet', expired: 'quiet' } as const;

/** One file: what it is, for whom and why, how far it is, and who has taken it. */
@Component({
  selector: 'att-made-export',
  imports: [DatePipe, Icon, Notice, Progress, Tag],
  templateUrl: './made-export.html',
  styles: `
    h3 { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; margin: 0 0 4px; }
    p { margin: 4px 0; }
    .hash { font-size: 0.875rem; overflow-wrap: anywhere; }
    .att-buttons { margin-top: 12px; }
  `,
})
export class MadeExport {
  private readonly api = inject(ExportsApi);
  readonly file = input.required<MadeExportView>();
  readonly changed = output();

  protected readonly wrong = signal('');
  protected readonly name = computed(() => presetOf(this.file().choices.preset).name);
  protected readonly about = computed(() => {
    const { choices: { audience, format }, own, by } = this.file();
    return `${formats[format]}, for ${lowerFirst(audienceWords[audience])}. Asked for by ${own ? 'you' : by}`;
  });
  protected readonly state = computed(() => states[this.file().state]);
  protected readonly tone = computed(() => tones[this.file().state]);
  protected readonly size = computed(() => {
    const bytes = this.file().bytes ?? 0;
    return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  });
  protected readonly going = computed(() => this.file().state === 'running' || this.file().state === 'waiting');
  protected readonly may = (move: MadeExportView['moves'][number]) => this.file().moves.includes(move);

  protected async move(move: 'cancel' | 'retry'): Promise<void> {
    this.wrong.set('');
    await this.api[move](this.file().id).catch((error: unknown) => this.wrong.set(problemOf(error).detail));
    this.changed.emit();
  }

  /** The list says who took it as soon as they have; once more for whoever has a slow line. */
  protected taken(): void {
    for (const seconds of [1, 5]) setTimeout(() => this.changed.emit(), seconds * 1000);
  }
}

const lowerFirst = (text: string) => text.replace(/^./, (first) => first.toLowerCase());
