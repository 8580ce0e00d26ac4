import type { AnswerValue } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';
import { DAY_HINT, asTyped, isoFrom } from '@attest/shared/ui';

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
    hint: () => DAY_HINT,
    read: isoFrom, write: (value) => asTyped(String(value)),
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
