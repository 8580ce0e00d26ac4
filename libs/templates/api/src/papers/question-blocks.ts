import { conditionInWords, labelsOf } from '@attest/domain/authoring';
import { scaleOf, type Citation, type EvidenceRule, type Level, type Question, type Template } from '@attest/domain/questionnaire';
import type { Block, Line } from '@attest/shared/api';

/** A question as it is asked on paper: its words, what helps, boxes to tick and room to write. */
export function questionToFill(template: Template, question: Question): Block[] {
  const { naAllowed, type } = question;
  return [
    ...questionAsked(template, question),
    ...answerRoom(template, question),
    ...(naAllowed && type !== 'level' ? [{ kind: 'ticks', lines: [notApplicable] } as const] : []),
    ...explanationRoom(question),
    ...(naAllowed && question.explanation === 'none' ? [{ kind: 'space', lines: 1, label: 'Why it does not apply' } as const] : []),
  ];
}

/** Number and words of a question, when it is asked at all, and what helps to answer it. */
export function questionAsked(template: Template, question: Question): Block[] {
  const { ref, title, wording, showIf, help, evidence = [], citations = [], evidenceRule = 'optional' } = question;
  const notes: readonly string[] = [
    `${standing(question).join('. ')}.`,
    ...(showIf ? [`Answer this only if ${conditionInWords(template, showIf)}.`] : []),
    ...(help ? [help] : []),
    ...(evidence.length > 0 ? [`What shows it: ${evidence.join('; ')}.`.replace(/\.\.$/, '.')] : []),
    ...(evidenceWords[evidenceRule] ? [evidenceWords[evidenceRule]] : []),
    ...(citations.length > 0 ? [`See ${citations.map(cited).join('; ')}.`] : []),
  ];
  return [
    { kind: 'heading', depth: 2, text: `${ref} ${title}` },
    { kind: 'text', line: [{ strong: wording }] },
    { kind: 'text', as: 'note', line: notes.join('\n') },
  ];
}

/** A level in its mark and then in words, as a line. */
export const levelLine = (level: Level, words: string): Line => [{ level }, ` ${words}`];

export const cited = ({ title, where, version }: Citation) => `${title}, ${where} (${version})`;

const bases = { 'statutory': 'Statutory', 'good-practice': 'Good practice', 'local': 'Local priority' } as const;
const standing = ({ basis, critical, required }: Question): string[] => [bases[basis], ...(critical ? ['Limits the section’s result'] : []), ...(required ? [] : ['Optional'])];

const evidenceWords: Readonly<Record<EvidenceRule, string>> = {
  'none': '', 'optional': '', 'if-met': 'Something must be shown for a rating that meets the standard.', 'required': 'Something must be shown for the answer.',
};

const notApplicable = 'Not applicable to us (say why below)';

function answerRoom(template: Template, question: Question): Block[] {
  switch (question.type) {
    case 'level': return [{ kind: 'ticks', lines: [...levelsIn(template, question), ...(question.naAllowed ? [notApplicable] : [])] }];
    case 'choice': return [{ kind: 'ticks', lines: labelsOf(template, question).map(({ label }) => label) }];
    case 'choices': return [{ kind: 'text', as: 'note', line: 'Tick all that apply.' }, { kind: 'ticks', lines: labelsOf(template, question).map(({ label }) => label) }];
    case 'number': return [{ kind: 'space', lines: 1, label: `A number${range(question)}` }];
    case 'percentage': return [{ kind: 'space', lines: 1, label: `Per cent${range(question)}` }];
    case 'date': return [{ kind: 'space', lines: 1, label: 'Day, month, year' }];
    case 'text': return [{ kind: 'space', lines: question.lines === 'one' ? 1 : linesFor(question.words), label: `Your answer${upTo(question.words)}` }];
    case 'person': return [{ kind: 'space', lines: 1, label: 'Name' }, { kind: 'space', lines: 1, label: 'Role' }];
    case 'table': return [{ kind: 'table', table: emptyTable(question) }];
    case 'evidence': return [{ kind: 'table', table: { caption: 'What there is, and where', columns: [{ head: 'What it is', width: 1 }, { head: 'Where it is kept', width: 1 }], rows: [['', ''], ['', ''], ['', '']] } }];
    case 'declaration': return [{ kind: 'ticks', lines: ['I confirm this.'] }];
  }
}

function levelsIn(template: Template, { scale, descriptors = {} }: Question): Line[] {
  return (scaleOf(template, scale)?.levels ?? []).map((level) => levelLine(level, descriptors[level.key] ?? level.meaning));
}

function emptyTable({ title, table }: Question) {
  const columns = (table?.columns ?? []).map(({ label, type }) => ({ head: type === 'percentage' ? `${label} (%)` : label, width: 1 }));
  return { caption: title, columns: [{ head: 'Who or what', width: 2 }, ...columns], rows: (table?.rows ?? []).map(({ label }) => [label, ...columns.map(() => '')]) };
}

function explanationRoom({ type, explanation, words }: Question): Block[] {
  if (explanation === 'none') return [];
  const label = type === 'level' ? 'What shows this?' : 'Explain your answer.';
  return [{ kind: 'space', lines: linesFor(words), label: [label, ...(explanation === 'optional' ? ['Optional.'] : []), ...(words === undefined ? [] : [`Up to ${words} words.`]), 'Do not name children.'].join(' ') }];
}

/** Ten words to a line by hand, and no more than people write. */
const linesFor = (words = 60) => Math.min(Math.max(Math.round(words / 20), 3), 12);
const upTo = (words: number | undefined) => (words === undefined ? '' : `, up to ${words} words`);
const range = ({ minimum, maximum }: Question) => (minimum !== undefined && maximum !== undefined ? `, from ${minimum} to ${maximum}` : minimum !== undefined ? `, ${minimum} or more` : maximum !== undefined ? `, ${maximum} or less` : '');
