import type { CellType, EvidenceRule, LineageKind, Question, QuestionType } from '@attest/domain/questionnaire';
import type { Option } from '@attest/shared/ui';

const options = <Key extends string>(words: Readonly<Record<Key, string>>): readonly Option[] =>
  (Object.keys(words) as Key[]).map((key) => ({ key, label: words[key] }));

export const typeWords: Readonly<Record<QuestionType, string>> = {
  level: 'Rating', choice: 'One of several', choices: 'Any of several', number: 'Number', percentage: 'Percentage', date: 'Date', text: 'Words',
  person: 'Person', table: 'Table', evidence: 'Evidence', declaration: 'Declaration to agree to',
};
export const lineageWords: Readonly<Record<LineageKind, string>> = { same: 'The same', reworded: 'Reworded', split: 'Split from', merged: 'Merged from', new: 'New' };

export const typeOptions = options(typeWords);
export const lineageOptions = options(lineageWords);
export const basisOptions = options<Question['basis']>({ statutory: 'Statutory', 'good-practice': 'Good practice', local: 'Local' });
export const explanationOptions = options<Question['explanation']>({ required: 'Required', optional: 'Welcome', none: 'Not asked for' });
export const evidenceOptions = options<EvidenceRule>({ none: 'Not asked for', optional: 'Welcome', 'if-met': 'Required when the standard is met', required: 'Always required' });
export const cellOptions = options<CellType>({ number: 'Number', percentage: 'Percentage', text: 'Words' });
export const lineOptions = options({ one: 'One line', several: 'Several lines' });
