import { computed, signal } from '@angular/core';
import { LARGEST_FILE, acceptedExtensions, cleanedFileName, extensionOf, fileRefusals, refusalBefore } from '@attest/domain/evidence';
import { problemOf } from '@attest/shared/web';

/** One file on its way in, as it is shown. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  /** Whole percent that have left; 100 is "being looked into". */
  readonly percent: number;
  readonly state: 'waiting' | 'sending' | 'done' | 'refused';
  readonly why: string;
}

type Send = (file: File, left: (part: number) => void) => Promise<unknown>;

let keys = 0;

/** Files that are being sent, one after the other: a slow line is not shared out between them. */
export class Uploads {
  private readonly list = signal<readonly Upload[]>([]);
  readonly rows = this.list.asReadonly();
  readonly busy = computed(() => this.list().some(({ state }) => state === 'waiting' || state === 'sending'));
  /** What a screen reader is told, when something has come to its end. */
  readonly said = computed(() => {
    const [done, refused] = [this.count('done'), this.count('refused')];
    if (this.busy() || done + refused === 0) return '';
    return [done > 0 && `${done === 1 ? '1 file was' : `${done} files were`} added.`, refused > 0 && `${refused === 1 ? '1 file was' : `${refused} files were`} not added.`].filter(Boolean).join(' ');
  });

  async send(files: readonly File[], send: Send): Promise<void> {
    // those that are done are in the list of evidence by now
    this.list.update((rows) => rows.filter(({ state }) => state !== 'done'));
    const begun = files.map((file) => ({ file, row: this.begin(file) }));
    for (const { file, row } of begun) if (row.state === 'waiting') await this.one(file, row.key, send);
  }

  forget(key: number): void {
    this.list.update((rows) => rows.filter((row) => row.key !== key));
  }

  private begin({ name, size }: File): Upload {
    const why = refusalBefore({ extension: extensionOf(cleanedFileName(name)), size }, acceptedExtensions, LARGEST_FILE);
    const row: Upload = { key: ++keys, name: cleanedFileName(name), size, percent: 0, state: why ? 'refused' : 'waiting', why: why ? fileRefusals[why] : '' };
    this.list.update((rows) => [...rows, row]);
    return row;
  }

  private async one(file: File, key: number, send: Send): Promise<void> {
    this.change(key, { state: 'sending' });
    try {
      await send(file, (part) => this.change(key, { percent: Math.floor(part * 100) }));
      this.change(key, { state: 'done', percent: 100 });
    } catch (error) {
      this.change(key, { state: 'refused', why: problemOf(error).detail });
    }
  }

  private change(key: number, part: Partial<Upload>): void {
    this.list.update((rows) => rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  }

  private count(state: Upload['state']): number {
    return this.list().filter((row) => row.state === state).length;
  }
}
