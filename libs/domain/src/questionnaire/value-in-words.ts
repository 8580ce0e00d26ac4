import type { AnswerValue } from './answer';
import { isPerson } from './answer-state';
import type { Question } from './template';

/** An answer that is not rated, as text: choices by their labels, a person by name, role and address, a date as it is stored. */
export function valueInWords({ type, choices = [] }: Question, value: AnswerValue | null): string {
  if (value === null) return '';
  const label = (key: string) => choices.find((choice) => choice.key === key)?.label ?? key;
  if (typeof value === 'number') return type === 'percentage' ? `${value}%` : String(value);
  if (typeof value === 'string') return type === 'choice' ? label(value) : value;
  if (isPerson(value)) return [value.name, value.role, value.email].filter((part) => part !== undefined && part.trim() !== '').join(', ');
  return value.map(label).join('; ');
}
