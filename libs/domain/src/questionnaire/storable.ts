/**
 * Text as JSON and a database can keep it. U+0000 and halves of a surrogate pair come from broken keyboards and pasted files; left
 * in, they would make the same save fail for ever. Mended on both sides, so that what the page shows is what is saved.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD') as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storable(key), storable(part)])) as T;
}
