import { signs } from '@attest/domain/measures';
import type { Cell } from '@attest/shared/api';

export const NOT_APPLICABLE = signs.notApplicable.sign;
export const NOT_AVAILABLE = signs.notAvailable.sign;
export const REVISED = signs.revised.sign;

export const known = (figure: Cell | null): Cell => figure ?? NOT_AVAILABLE;

/** What may stand in a workbook of a round. */
export const symbols: readonly (readonly [sign: string, meaning: string])[] = [
  [signs.suppressed.sign, `${signs.suppressed.meaning} Nothing in this file is: it is for people who may see every return.`],
  ...[signs.notApplicable, signs.notAvailable, signs.revised, signs.provisional].map(({ sign, meaning }) => [sign, meaning] as const),
];
