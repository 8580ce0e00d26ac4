import type { DataMapEntry } from './data-map-entry';

const amongColleagues = { not: 'What colleagues of one organisation arrange among themselves is not the partnership’s to read' } as const;

/** What colleagues arrange and say among themselves while they answer. */
export const sharing = {
  assignment: {
    name: 'Parts of returns given to colleagues', holds: 'Who was asked to answer which section or question, by when, and by whom', about: 'Whoever answers', basis: 'public-task', kept: 'returns',
    erasure: 'What was given to them is deleted; where they gave something, the name is replaced by the label', exported: amongColleagues,
  },
  comment: {
    name: 'Comments', holds: 'What colleagues said to one another about a question while they answered, and who asked for changes', about: 'Whoever answers and comments', basis: 'public-task', kept: 'returns',
    erasure: 'The writer’s name is replaced by the label, also where others wrote it behind an @', exported: amongColleagues,
  },
  question_flag: {
    name: 'Questions to come back to', holds: 'Which questions somebody wants to come back to', about: 'Whoever answers', basis: 'public-task', kept: 'returns', erasure: 'The name is replaced by the label', exported: amongColleagues,
  },
  guest_link: {
    name: 'Guest links', holds: 'Who without an account was asked to answer which questions: name, e-mail address, until when, by whom, and when they last came', about: 'Guests, and whoever gave them a link', basis: 'public-task', kept: 'returns',
    erasure: 'A guest’s name is replaced by a label, here and beside their answers; the address and the note are deleted, and the link ends. The name of whoever gave it is replaced by theirs', exported: amongColleagues,
  },
  presence: {
    name: 'Who has a return open', holds: 'Which colleague had a return open a moment ago, and at which answer', about: 'Whoever answers', basis: 'public-task', kept: { otherwise: 'A minute, as long as anybody else has the return open; then until somebody does' },
    erasure: 'Deleted', exported: amongColleagues,
  },
} as const satisfies Record<string, DataMapEntry>;
