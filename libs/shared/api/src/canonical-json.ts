import { createHash } from 'node:crypto';

/** The same content always gives the same text: keys in order, no spaces, so that its hash can be checked by anybody years later. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]));
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
