import type { SealingKey } from '../../libs/submissions/web/src/saving/sealed-device';
import type { SealedRow } from '../../libs/submissions/web/src/saving/sealed-row';

/** What a browser keeps when its process is killed: rows that had been written by then, sealed as in the real one. */
export class Browser {
  private readonly disk = new Map<string, SealedRow>();
  readonly key: Promise<SealingKey>;

  constructor(readonly owner: string) {
    this.key = crypto.subtle.importKey('raw', crypto.getRandomValues(new Uint8Array(32)), 'AES-GCM', false, ['encrypt', 'decrypt']);
  }

  /** The database as one page sees it, for as long as that page lives: what it began to write and had not finished is lost with it. */
  rowsOf(page: { readonly alive: boolean }, delay: () => Promise<void>) {
    return {
      write: async (put: readonly SealedRow[], remove: readonly string[] = []): Promise<void> => {
        await delay();
        if (!page.alive) return new Promise<void>(() => {});
        for (const key of remove) this.disk.delete(key);
        for (const row of put) this.disk.set(row.key, row);
      },
      of: async (owner: string): Promise<readonly SealedRow[]> => [...this.disk.values()].filter((row) => row.owner === owner),
    };
  }

  get waiting(): number {
    return this.disk.size;
  }
}
