/**
 * Text as PostgreSQL can keep it. U+0000 and halves of a surrogate pair come from broken keyboards and pasted files; left in,
 * they would make the same save fail for ever, and with it everything that waits behind it in the browser.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD') as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storable(key), storable(part)])) as T;
}
