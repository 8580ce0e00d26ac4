import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that looks like a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 120 bits in four groups that can be read out. */
export function readableCode(): string {
  const letters = [...randomBytes(24)].map((byte) => ALPHABET[byte % 32]).join('');
  return letters.match(/.{6}/g)!.join('-');
}

/** As it was made, however it was typed. */
export const codeAsMade = (typed: string) => typed.toLowerCase().replaceAll('o', '0').replace(/[il]/g, '1').replace(/[^a-z0-9]/g, '');
