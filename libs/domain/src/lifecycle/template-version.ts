import type { Moves } from './moves';

export const versionStates = ['draft', 'discarded', 'published', 'retired'] as const;
export type VersionState = (typeof versionStates)[number];

/** A version changes for as long as it is a draft, and never again. Retired, it is asked of nobody new; rounds that ask it go on. */
export const versionMoves = {
  publish: { from: ['draft'], to: 'published' },
  discard: { from: ['draft'], to: 'discarded' },
  restore: { from: ['discarded'], to: 'draft' },
  retire: { from: ['published'], to: 'retired' },
  reinstate: { from: ['retired'], to: 'published' },
} as const satisfies Moves<VersionState>;
