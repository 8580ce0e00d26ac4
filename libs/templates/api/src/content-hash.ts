import { createHash } from 'node:crypto';

/** SHA-256, in hex, of a value as JSON with its keys in order: the same content has the same hash wherever it has been. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(ordered(content))).digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]));
}
