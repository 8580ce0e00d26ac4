import type { AnswerValue, Cells } from './answer';
import { isEvidence, isPerson, isTable } from './answer-state';
import type { Question, Table } from './template';

/** An answer that is not rated, as text: choices by their labels, a person by name, role and address, a date as it is stored. */
export function valueInWords({ type, choices = [], table }: Pick<Question, 'type' | 'choices' | 'table'>, value: AnswerValue | null): string {
  if (value === null) return '';
  const label = (key: string) => choices.find((choice) => choice.key === key)?.label ?? key;
  if (typeof value === 'number') return type === 'percentage' ? `${value}%` : String(value);
  if (typeof value === 'string') return type === 'choice' ? label(value) : value;
  if (value === true) return 'Confirmed';
  if (isTable(value)) return tableInWords(table, value);
  if (isPerson(value)) return [value.name, value.role, value.email].filter((part) => part !== undefined && part.trim() !== '').join(', ');
  if (isEvidence(value)) return value.map(({ title, where }) => [title, where].filter((part) => part.trim() !== '').join(': ')).join('; ');
  return value.map(label).join('; ');
}

/** "Teachers: trained 12, all 14; Support staff: trained 7". In printed order, whatever the order it was typed in. */
function tableInWords(table: Table | undefined, { cells }: Cells): string {
  const columns = table?.columns ?? [];
  return (table?.rows ?? []).flatMap(({ key, label }) => {
    const said = columns.flatMap((column) => {
      const cell = cells[key]?.[column.key];
      return cell === undefined || cell === '' ? [] : [`${column.label} ${cell}${column.type === 'percentage' ? '%' : ''}`];
    });
    return said.length === 0 ? [] : [`${label}: ${said.join(', ')}`];
  }).join('; ');
}
