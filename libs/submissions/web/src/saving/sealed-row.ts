/** One line as it lies in the browser: whose, of which page, and the rest unreadable. */
export interface SealedRow {
  /** `owner/tab/return/question`; sealed together with what it names, so that no row can take another's place. */
  readonly key: string;
  readonly owner: string;
  readonly tab: string;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Where rows lie: the browser's database, or whatever stands for it. */
export interface Rows {
  write(put: readonly SealedRow[], remove?: readonly string[]): Promise<void>;
  of(owner: string): Promise<readonly SealedRow[]>;
}
