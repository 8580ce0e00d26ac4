import { isTable, type AnswerValue, type Question } from '@attest/domain/questionnaire';

export interface TableCell {
  readonly row: string;
  readonly column: string;
  readonly value: string | number;
}

/** What was filled in of a table, in printed order, by the labels that people read. Of any other answer, nothing. */
export function cellsOf({ table }: Question, value: AnswerValue | undefined): TableCell[] {
  if (!table || value === undefined || !isTable(value)) return [];
  return table.rows.flatMap((row) => table.columns.flatMap((column): TableCell[] => {
    const said = value.cells[row.key]?.[column.key];
    return said === undefined || said === '' ? [] : [{ row: row.label, column: column.label, value: said }];
  }));
}
