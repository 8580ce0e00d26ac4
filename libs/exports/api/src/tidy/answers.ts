import type { RoundSummary, WholeQuestion } from '@attest/insight/api';
import { everythingSaid, stateOf, type Said } from '../answers';
import { cellsOf, type TableCell } from '../cells';
import type { TidyTable } from './table';

type Round = RoundSummary['round'];

interface SaidInCell extends Said {
  readonly round: Round;
  /** Of a table, each cell that was filled in has a row of its own. */
  readonly cell: TableCell | null;
}

export const answersTable: TidyTable<SaidInCell> = {
  name: 'answers', row: 'One organisation that returned and one question it was asked; of a table, one cell of it',
  columns: [
    ['round_reference', ({ round }) => round.reference, 'Reference of the round'],
    ['round_name', ({ round }) => round.name, 'Name of the round'],
    ['provisional', ({ round }) => round.provisional, 'true while the round is open: figures may still change'],
    ['organisation_id', ({ answer }) => answer.organisationId, 'Identifier of the organisation, the same in every round'],
    ['organisation_name', ({ answer }) => answer.name, 'Its name when the round opened'],
    ['area', ({ answer }) => answer.area, 'Area of the partnership it is in; empty where it works across all'],
    ['phase_or_sector', ({ answer }) => answer.group, 'Phase of a school, sector of an agency'],
    ['standard_key', ({ section }) => section.key, 'Identifies the standard in every edition'],
    ['standard_ref', ({ section }) => section.ref, 'Its number'],
    ['standard_title', ({ section }) => section.title, 'Its title'],
    ['question_id', ({ detail }) => detail.id, 'Identifies the question in this edition'],
    ['question_key', ({ question }) => question.key, 'Identifies the question in every edition'],
    ['question_ref', ({ question }) => question.ref, 'Its number'],
    ['question_title', ({ question }) => question.title, 'Its title'],
    ['question_type', ({ question }) => question.type, 'What is answered: level is rated, the others are not'],
    ['question_basis', ({ question }) => question.basis, 'Whether it is statutory or local'],
    ['state', ({ answer }) => stateOf(answer), 'answered, not-applicable or unanswered; only what is answered is in a percentage'],
    ['level_key', ({ answer }) => answer.level?.key ?? null, 'Level as the organisation rated itself'],
    ['level_letter', ({ answer }) => answer.level?.letter ?? null, 'The same as a letter'],
    ['level_word', ({ answer }) => answer.level?.word ?? null, 'The same as a word'],
    ['level_score', ({ answer }) => answer.level?.score ?? null, 'Points of the level'],
    ['meets', ({ answer }) => answer.level?.meets ?? null, 'Whether this level meets the standard'],
    ['value', ({ answer, cell }) => cell?.value ?? answer.value, 'The answer to a question that is not rated'],
    ['words', ({ answer }) => answer.note, 'What the organisation wrote beside it'],
    ['not_applicable_reason', ({ answer }) => answer.naReason, 'Why it does not apply'],
    ['last_level_key', ({ answer }) => answer.last?.key ?? null, 'Level in the round before, where it can be compared'],
    ['table_row', ({ cell }) => cell?.row ?? null, 'Of a table: which row'],
    ['table_column', ({ cell }) => cell?.column ?? null, 'Of a table: which column'],
  ],
};

/** Without what organisations wrote, for those who may not read it. */
export const answersWithoutWords: TidyTable<SaidInCell> = {
  ...answersTable,
  columns: answersTable.columns.map((column) => (['value', 'words', 'not_applicable_reason'].includes(column[0]) ? [column[0], () => null, 'Left out: what organisations wrote is not for this audience'] : column)),
};

export function answersOf(round: Round, questions: readonly WholeQuestion[]): SaidInCell[] {
  return everythingSaid({ questions }).flatMap((said) => byCell(round, said));
}

function byCell(round: Round, said: Said): SaidInCell[] {
  const cells = cellsOf(said.question, said.values.get(said.answer.organisationId));
  return cells.length === 0 ? [{ ...said, round, cell: null }] : cells.map((cell) => ({ ...said, round, cell }));
}
