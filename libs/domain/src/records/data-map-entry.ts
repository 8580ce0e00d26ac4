import type { RetentionKind } from './retention';

/** Why personal data may be used at all: UK GDPR, article 6(1). A partnership's own privacy notice has the last word. */
export const basisInWords = {
  'public-task': 'Public task (article 6(1)(e)): Children Act 2004, sections 11 and 16E to 16L; Education Act 2002, section 175',
  'security': 'Public task (article 6(1)(e)), and keeping it secure (article 32)',
  'none': 'Holds nothing about people',
} as const;

/** One table: what stands in it, why, for how long, and what becomes of it. */
export interface DataMapEntry {
  readonly name: string;
  readonly holds: string;
  /** Whom it is about. */
  readonly about: string;
  readonly basis: keyof typeof basisInWords;
  /** By period of retention, or for how long otherwise. */
  readonly kept: RetentionKind | { readonly otherwise: string };
  /** What becomes of a person who is erased. Where something of them stays, this says why. */
  readonly erasure: string;
  /** Every column of the file it is in a partnership's export; or why there is no such file. */
  readonly exported: { readonly columns: Readonly<Record<string, string>>; readonly leftOut?: Readonly<Record<string, string>> } | { readonly not: string };
}
