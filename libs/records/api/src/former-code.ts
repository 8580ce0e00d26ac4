import { randomInt } from 'node:crypto';

/** Without I, O, 0 and 1, which people misread. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Tells one former person from another; says nothing about either. */
export const formerCode = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
