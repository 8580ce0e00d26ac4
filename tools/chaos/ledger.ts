/** What was typed in the runs, what of it was promised to be safe, and what the API said it had. */
export class Ledger {
  private readonly typed = new Set<string>();
  /** The last words of a page at an answer, which nothing of its own came after. */
  private readonly expected = new Set<string>();
  private readonly acknowledged = new Set<string>();
  /** Chosen again by a person over what stood: saved twice on purpose. */
  private readonly restored = new Set<string>();

  type(words: string): void {
    this.typed.add(words);
  }

  expect(words: string): void {
    this.expected.add(words);
  }

  typedOver(words: string): void {
    this.expected.delete(words);
  }

  acknowledge(words: string): void {
    this.acknowledged.add(words);
  }

  restore(words: string): void {
    this.restored.add(words);
  }

  /** Beside all that the database remembers. */
  judge(events: readonly { readonly note: string; readonly outcome: string }[]): Verdict {
    const saved = new Map<string, number>();
    const known = new Set<string>();
    for (const { note, outcome } of events) {
      known.add(note);
      if (outcome === 'saved') saved.set(note, (saved.get(note) ?? 0) + 1);
    }
    return {
      answers: this.typed.size,
      lost: [...this.acknowledged].filter((words) => !saved.has(words)),
      undelivered: [...this.expected].filter((words) => !known.has(words)),
      doubled: [...saved].filter(([words, times]) => times > 1 && this.typed.has(words) && !this.restored.has(words)).map(([words]) => words),
    };
  }
}

export interface Verdict {
  readonly answers: number;
  readonly lost: readonly string[];
  readonly undelivered: readonly string[];
  readonly doubled: readonly string[];
}
