/**
 * What people quote on the telephone: `section-175` of `2026-27` → `S175-2627`. First letters of the template's words,
 * with the years of the edition; a number is added where another round has that reference already.
 */
export function roundReference({ code, edition }: { readonly code: string; readonly edition: string }, taken: readonly string[]): string {
  const words = code.split('-').map((word) => (/^\d/.test(word) ? word : word.charAt(0).toUpperCase())).join('');
  const years = (edition.match(/\d+/g) ?? []).map((year) => year.slice(-2)).join('');
  const reference = years ? `${words}-${years}` : words;
  return firstFree(reference, taken);
}

function firstFree(reference: string, taken: readonly string[], number = 1): string {
  const candidate = number === 1 ? reference : `${reference}-${number}`;
  return taken.includes(candidate) ? firstFree(reference, taken, number + 1) : candidate;
}
