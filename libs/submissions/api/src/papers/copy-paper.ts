import { dayInWords, isTable, valueInWords, type AnswerValue, type Cells } from '@attest/domain/questionnaire';
import type { Block, Line, Paper, Piece } from '@attest/shared/api';
import { momentOf } from '../in-words';
import type { ReceiptView } from '../receipt.dto';
import type { AnswerView, QuestionView, SubmissionView } from '../submissions.dto';
import { levelOf, levelOr, resultsTable } from './results';

/** Everything that was submitted, to be kept: result, every question with its answer, and how to see that it is unchanged. */
export function copyPaper(submission: SubmissionView, receipt: ReceiptView): Paper {
  const { organisation, round, sections } = submission;
  return {
    title: `${round.name}: copy of the return`, caption: organisation.name, language: 'en-GB', foot: `${organisation.name}. Reference ${receipt.reference}`,
    blocks: [
      { kind: 'table', table: { caption: 'What was submitted', columns: [{ head: 'What', width: 1 }, { head: 'As submitted', width: 3 }], rows: factsOf(submission, receipt) } },
      { kind: 'heading', depth: 1, text: 'Result' },
      { kind: 'text', line: ['Overall: ', ...pieces(levelOr(receipt.overall.level, 'not rated'))] },
      ...receipt.overall.explanation.map((line): Block => ({ kind: 'text', line })),
      resultsTable(receipt),
      ...sections.flatMap(({ ref, title, questions }): Block[] => [{ kind: 'heading', depth: 1, text: `${ref}. ${title}` }, ...questions.flatMap(answered)]),
      { kind: 'heading', depth: 1, text: receipt.signatures.length > 1 ? 'Declarations' : 'Declaration' },
      ...receipt.signatures.flatMap(({ name, role, declaration, at }): Block[] => [
        { kind: 'text', as: 'quote', line: declaration }, { kind: 'text', line: `${name}, ${role}, ${momentOf(at)}` },
      ]),
    ],
  };
}

const pieces = (line: Line) => (typeof line === 'string' ? [line] : line);
const signed = ({ submittedBy, role, submittedAt }: ReceiptView) => `${submittedBy}, ${role}, ${momentOf(submittedAt)}`;

function factsOf({ organisation, title, edition }: SubmissionView, receipt: ReceiptView): Line[][] {
  return [
    ['Organisation', organisation.name],
    ['Questionnaire', title.includes(edition) ? title : `${title} ${edition}`],
    ['Reference', receipt.reference],
    ['Submitted', signed(receipt)],
    ['Proof (SHA-256)', `${receipt.sha256}\nThis number changes if a single letter of the answers, the declaration or the result does.`],
  ];
}

function answered(question: QuestionView): Block[] {
  const { ref, title, wording, answer } = question;
  const history = historyOf(question);
  return [
    { kind: 'heading', depth: 2, text: `${ref} ${title}` },
    { kind: 'text', line: wording },
    ...said(question),
    ...(answer?.note.trim() ? [{ kind: 'text', as: 'quote', line: answer.note.trim() } as const] : []),
    ...(history.length > 0 ? [{ kind: 'text', as: 'note', line: history } as const] : []),
  ];
}

const historyOf = ({ answer, lastRound }: QuestionView): Piece[] => [
  ...(answer ? [`Answered by ${answer.updatedBy}, ${momentOf(answer.updatedAt)}.`] : []),
  ...(lastRound?.comparable && lastRound.level ? [' Last time: ', { level: lastRound.level }] : []),
];

function said(question: QuestionView): Block[] {
  const { answer, descriptors } = question;
  if (!answer || isSilent(answer)) return [{ kind: 'text', line: [{ quiet: 'Not answered' }] }];
  if (answer.naReason !== null) return [{ kind: 'text', line: [{ strong: 'Not applicable' }, answer.naReason ? `: ${answer.naReason}` : ''] }];
  const level = levelOf(question);
  if (level) return [{ kind: 'text', line: [{ level }, ` ${descriptors[level.key] ?? ''}`] }];
  const value = answer.value as AnswerValue;
  if (isTable(value)) return [cellsOf(question, value)];
  if (Array.isArray(value)) return [{ kind: 'list', lines: value.map((one) => inWords(question, [one] as AnswerValue)) }];
  return [{ kind: 'text', line: [{ strong: question.type === 'date' ? dayInWords(String(value)) : inWords(question, value) }] }];
}

const inWords = ({ type, choices, table }: QuestionView, value: AnswerValue) => valueInWords({ type, choices, table: table ?? undefined }, value);
const isSilent = ({ level, value, naReason }: AnswerView) => level === null && value === null && naReason === null;

function cellsOf({ title, table }: QuestionView, { cells }: Cells): Block {
  const columns = table?.columns ?? [];
  return {
    kind: 'table',
    table: {
      caption: title, columns: [{ head: 'Who or what', width: 2 }, ...columns.map(({ label, type }) => ({ head: type === 'percentage' ? `${label} (%)` : label, width: 1 }))],
      rows: (table?.rows ?? []).map(({ key, label }) => [label, ...columns.map((column) => String(cells[key]?.[column.key] ?? '–'))]),
    },
  };
}
