import { questionsOf } from '@attest/domain/questionnaire';
import type { RoundSummary } from '@attest/insight/api';
import { answersTable } from './answers';
import { measuresTable } from './measures';
import { ratingsTable } from './ratings';
import type { TidyTable } from './table';

interface Explained {
  readonly table: string;
  readonly of: string;
  readonly column: string;
  readonly meaning: string;
}

export const dictionaryTable: TidyTable<Explained> = {
  name: 'dictionary', row: 'One column of one table, or one code that stands in columns',
  columns: [
    ['table', ({ table }) => table, 'The file or sheet; scale or question for codes'],
    ['of', ({ of }) => of, 'What one row of it is; of a code, where it belongs'],
    ['column', ({ column }) => column, 'The column, or the code'],
    ['meaning', ({ meaning }) => meaning, 'What it means'],
  ],
};

/** Made from the tables and the questionnaire themselves, so that no column and no code goes without a meaning. */
export function dictionaryOf({ round: { edition: { template } } }: RoundSummary): Explained[] {
  const tables = [answersTable, ratingsTable, measuresTable] as readonly TidyTable<never>[];
  return [
    ...tables.flatMap(({ name, row, columns }) => columns.map(([column, , meaning]) => ({ table: name, of: row, column, meaning }))),
    ...template.scales.flatMap(({ name, levels }) => levels.map(({ key, letter, word, score, meets, meaning }) => (
      { table: 'scale', of: name, column: key, meaning: `${letter}: ${word}, ${score} points, ${meets ? 'meets' : 'does not meet'} the standard. ${meaning}`.trim() }))),
    ...questionsOf(template).map(({ key, ref, wording }) => ({ table: 'question', of: ref, column: key, meaning: wording })),
  ];
}
