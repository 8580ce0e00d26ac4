import type { Cell } from '@attest/shared/api';

/** Shorthand of the Government Statistical Service, so that no figure is ever a blank cell. */
export const NOT_APPLICABLE = '[z]';
export const NOT_AVAILABLE = '[x]';
export const REVISED = '[r]';

export const known = (figure: Cell | null): Cell => figure ?? NOT_AVAILABLE;

export const symbols = [
  ['[c]', 'Suppressed, because the group is so small that it would tell who is in it. Nothing in this file is: it is for people who may see every return.'],
  [NOT_APPLICABLE, 'Does not apply: not asked of this organisation, or not a figure of this row.'],
  [NOT_AVAILABLE, 'Not available: not returned, not answered, not rated, or nothing to compare with.'],
  [REVISED, 'Revised: another level was shown before the rating was recalculated.'],
  ['[p]', 'Provisional: the round is still open, so the figure may change.'],
] as const;
