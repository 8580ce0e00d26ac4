import type { AnswerValue } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';

/** How a value that is typed as text is read and written. */
interface Typed {
  readonly label: string;
  readonly hint: (question: Pick<QuestionView, 'minimum' | 'maximum'>) => string;
  readonly suffix: string;
  readonly inputMode: 'decimal' | 'text';
  /** Null where it cannot be read. */
  readonly read: (text: string) => AnswerValue | null;
  readonly write: (value: AnswerValue) => string;
  /** What to do when it cannot be read. */
  readonly problem: string;
}

export const typed: Readonly<Record<'number' | 'percentage' | 'date', Typed>> = {
  number: {
    label: 'Number', suffix: '', inputMode: 'decimal',
    hint: ({ minimum, maximum }) => rangeInWords(minimum, maximum),
    read: numberIn, write: String,
    problem: 'Enter a number in figures, such as 12.',
  },
  percentage: {
    label: 'Percentage', suffix: '%', inputMode: 'decimal',
    hint: ({ minimum, maximum }) => rangeInWords(minimum ?? 0, maximum ?? 100),
    read: (text) => numberIn(text.replace(/%\s*$/, '')), write: String,
    problem: 'Enter a percentage in figures, such as 85.',
  },
  date: {
    label: 'Date', suffix: '', inputMode: 'text',
    hint: () => 'Day, month, year: for example 27/09/2026',
    read: dateIn, write: (value) => String(value).split('-').reverse().join('/'),
    problem: 'Enter a real date as day, month and year, such as 27/09/2026.',
  },
};

function rangeInWords(minimum: number | null, maximum: number | null): string {
  if (minimum !== null && maximum !== null) return `From ${minimum} to ${maximum}`;
  if (minimum !== null) return `${minimum} or more`;
  return maximum === null ? '' : `${maximum} or less`;
}

/** "1,200", "12.5", " 7 ". */
function numberIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(/,(?=\d{3}(\D|$))/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "27/9/2026", "27.09.26", "27 September 2026", "2026-09-27". */
function dateIn(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return realDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./,-]+(\d{4}|\d{2})$/i.exec(text.trim()) ?? [];
  if (!day || !month || !year) return null;
  return realDate(Number(year) + (year.length === 2 ? 2000 : 0), monthIn(month), Number(day));
}

function monthIn(text: string): number {
  return /^\d/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

/** `Date` reads 30 February as 2 March: what comes back has to be what went in. */
function realDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
