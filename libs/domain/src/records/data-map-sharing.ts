import type { DataMapEntry } from './data-map-entry';

const amongColleagues = { not: 'What colleagues of one organisation arrange among themselves is not the partnership’s to read' } as const;

/** What colleagues arrange and say among themselves while they answer. */
export const sharing = {
  assignment: {
    name: 'Parts of returns given to colleagues', holds: 'Who was asked to answer which section or question, by when, and by whom', about: 'Whoever answers', basis: 'public-task', kept: 'returns',
    erasure: 'What was given to them is deleted; where they gave something, the name is replaced by the label', exported: amongColleagues,
  },
} as const satisfies Record<string, DataMapEntry>;
