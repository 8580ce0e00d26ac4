/** What stands in double braces in a partnership's own Word template, and what is put in its place. */
export const templatePlaces = {
  title: { about: 'What the paper is called' },
  partnership: { about: 'The name of the partnership' },
  date: { about: 'The day on which it is made' },
  body: { about: 'The paper itself: who returned at a glance, and each part that has no place of its own. A paragraph by itself' },
  findings: { about: 'Findings, as sentences' },
  responses: { about: 'Who was asked and who returned' },
  heatmap: { about: 'Organisations and standards' },
  distributions: { about: 'How answers are spread' },
  trends: { about: 'How standards went over the years' },
  words: { about: 'What organisations wrote' },
  method: { about: 'How to read it' },
} as const satisfies Record<string, { readonly about: string }>;
export type TemplatePlace = keyof typeof templatePlaces;
export const templatePlaceKeys = Object.keys(templatePlaces) as TemplatePlace[];

/** A template without them can be used, and is told of it. */
const expected: readonly TemplatePlace[] = ['title', 'partnership', 'date'];

/** Bytes; 5 MB as people count them. */
export const LARGEST_TEMPLATE = 5 * 1024 * 1024;

const isPlace = (name: string): name is TemplatePlace => templatePlaceKeys.some((key) => key === name);

/** What a template has of them, in the order above; what is usual and missing; and what nothing is put in for, which stays as it is. */
export function placesOf(found: readonly string[]): { readonly places: TemplatePlace[]; readonly missing: TemplatePlace[]; readonly unknown: string[] } {
  const names = new Set(found.map((name) => name.trim()));
  return {
    places: templatePlaceKeys.filter((key) => names.has(key)), missing: expected.filter((key) => !names.has(key)), unknown: [...names].filter((name) => !isPlace(name)).map((name) => name.slice(0, 60)).sort().slice(0, 20),
  };
}

export const inBraces = (name: string): string => `{{${name}}}`;
