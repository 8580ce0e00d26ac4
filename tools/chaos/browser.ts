import { webcrypto } from 'node:crypto';
import type { SealedRow } from '../../libs/submissions/web/src/saving/indexed-rows';

/** What a browser keeps when its process is killed: rows that had been written by then, sealed as in the real one. */
export class Browser {
  private readonly disk = new Map<string, SealedRow>();
  readonly key: Promise<CryptoKey>;

  constructor(readonly owner: string) {
    this.key = webcrypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']) as Promise<CryptoKey>;
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
