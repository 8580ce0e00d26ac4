import { stringify } from 'csv-stringify/sync';
import type { WholeRound } from '@attest/insight/api';
import { everythingSaid, stateOf, type Said } from './answers';
import { cellsOf, type TableCell } from './cells';
import { harmless } from '@attest/shared/api';

export const TIDY_TYPE = 'text/csv; charset=utf-8';

type Field = string | number | boolean | null;

interface SaidInCell extends Said {
  /** Of a table, each cell that was filled in has a row of its own. */
  readonly cell: TableCell | null;
}

/** Names that programs rely on: a column may be added at the end, none is renamed. Nothing is an empty field. */
const columns: readonly (readonly [name: string, of: (said: SaidInCell, round: WholeRound) => Field])[] = [
  ['round_reference', (_, { round }) => round.reference],
  ['round_name', (_, { round }) => round.name],
  ['provisional', (_, { round }) => round.provisional],
  ['organisation_id', ({ answer }) => answer.organisationId],
  ['organisation_name', ({ answer }) => answer.name],
  ['area', ({ answer }) => answer.area],
  ['phase_or_sector', ({ answer }) => answer.group],
  ['standard_key', ({ section }) => section.key],
  ['standard_ref', ({ section }) => section.ref],
  ['standard_title', ({ section }) => section.title],
  ['question_id', ({ detail }) => detail.id],
  ['question_key', ({ question }) => question.key],
  ['question_ref', ({ question }) => question.ref],
  ['question_title', ({ question }) => question.title],
  ['question_type', ({ question }) => question.type],
  ['question_basis', ({ question }) => question.basis],
  ['state', ({ answer }) => stateOf(answer)],
  ['level_key', ({ answer }) => answer.level?.key ?? null],
  ['level_letter', ({ answer }) => answer.level?.letter ?? null],
  ['level_word', ({ answer }) => answer.level?.word ?? null],
  ['level_score', ({ answer }) => answer.level?.score ?? null],
  ['meets', ({ answer }) => answer.level?.meets ?? null],
  ['value', ({ answer, cell }) => cell?.value ?? answer.value],
  ['words', ({ answer }) => answer.note],
  ['not_applicable_reason', ({ answer }) => answer.naReason],
  ['last_level_key', ({ answer }) => answer.last?.key ?? null],
  ['table_row', ({ cell }) => cell?.row ?? null],
  ['table_column', ({ cell }) => cell?.column ?? null],
];

/** One row for each organisation that returned and each question it was asked; of a table, one for each cell. */
export function tidyCsv(round: WholeRound): string {
  const rows = everythingSaid(round).flatMap(byCell).map((said) => columns.map(([, of]) => fieldFrom(of(said, round))));
  return stringify([columns.map(([name]) => name), ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}

function fieldFrom(field: Field): string | number {
  if (typeof field === 'boolean') return field ? 'true' : 'false';
  return typeof field === 'number' ? field : harmless(field ?? '');
}

function byCell(said: Said): SaidInCell[] {
  const cells = cellsOf(said.question, said.values.get(said.answer.organisationId));
  return cells.length === 0 ? [{ ...said, cell: null }] : cells.map((cell) => ({ ...said, cell }));
}
