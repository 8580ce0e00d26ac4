import type { Block, Line, Paper } from '@attest/shared/api';
import { dayOf } from '../in-words';
import type { ReceiptView } from '../receipt.dto';
import type { QuestionView, SubmissionView } from '../submissions.dto';
import { levelBar } from './level-bar';
import { plannedTable, shortened, type Planned } from './planned';
import { questionsToAsk, reportPoints } from './report-points';
import { levelOf, movementOf, resultsTable } from './results';

/** So much of each, that it stays two pages. The whole is in the copy. */
const [TO_IMPROVE, STRENGTHS] = [{ alone: 9, besideActions: 5 }, { alone: 4, besideActions: 2 }];
const LONGEST = 110;

/** Two pages for those who answer for an organisation: where it stands, what moved, what is weak, what is strong, and what to ask. */
export function governorsPaper(submission: SubmissionView, receipt: ReceiptView, planned: readonly Planned[]): Paper {
  const { organisation, round, audience } = submission;
  const points = reportPoints(submission);
  const room = planned.length > 0 ? 'besideActions' : 'alone';
  const title = audience === 'school' ? 'Report to governors' : 'Report to the board';
  return {
    title: `${title}: ${round.name}`, caption: organisation.name, language: 'en-GB', foot: `${organisation.name}. Reference ${receipt.reference}`,
    blocks: [
      { kind: 'text', line: `${receipt.submittedBy}, ${receipt.role}, submitted this return on ${dayOf(receipt.submittedAt)}. It is how the organisation rates itself.` },
      { kind: 'heading', depth: 1, text: 'Where we stand' },
      { kind: 'text', as: 'lead', line: overall(receipt) },
      ...(receipt.overall.explanation[0] ? [{ kind: 'text', line: receipt.overall.explanation[0] } as const] : []),
      { kind: 'text', line: receipt.overall.peers.sentence },
      ...levelBar(receipt),
      resultsTable(receipt),
      { kind: 'page-break' },
      { kind: 'heading', depth: 1, text: 'What moved since last time' },
      { kind: 'text', line: moved(receipt.lastRoundName, points.better, points.worse) },
      { kind: 'heading', depth: 1, text: 'What is red or amber' },
      ...some(points.toImprove, TO_IMPROVE[room], 'Nothing was rated red or amber.', 'red or amber'),
      ...plannedTable(planned),
      { kind: 'heading', depth: 1, text: 'What is strong' },
      ...some(points.strengths, STRENGTHS[room], 'Nothing was rated at the highest level.', 'at the highest level'),
      { kind: 'heading', depth: 1, text: 'What you may ask' },
      { kind: 'list', lines: questionsToAsk(points) },
    ],
  };
}

function overall({ overall: { level, movement, last }, lastRoundName }: ReceiptView): Line {
  if (!level) return 'Overall: not rated';
  const ways = { up: 'up from', down: 'down from', same: 'the same as' } as const;
  return ['Overall: ', { level }, ...(movement && last ? [`, ${ways[movement]} `, { level: last }, ` in ${lastRoundName}`] : [])];
}

function moved(lastRoundName: string | null, better: readonly QuestionView[], worse: readonly QuestionView[]): string {
  if (!lastRoundName) return 'There is no earlier return to compare with.';
  const these = (way: 'up' | 'down', questions: readonly QuestionView[]) => {
    const names = questions.slice(0, 5).map(({ ref, title }) => `${ref} ${title}`).join(', ');
    return questions.length === 0 ? `None went ${way}.` : `${questions.length} went ${way}: ${names}${questions.length > 5 ? ` and ${questions.length - 5} more` : ''}.`;
  };
  return `Questions rated on the same scale as in ${lastRoundName}. ${these('up', better)} ${these('down', worse)}`;
}

function some(questions: readonly QuestionView[], most: number, none: string, what: string): Block[] {
  if (questions.length === 0) return [{ kind: 'text', line: none }];
  const more = questions.length - most;
  return [
    { kind: 'list', lines: questions.slice(0, most).map(inOneLine) },
    ...(more > 0 ? [{ kind: 'text', as: 'note', line: `And ${more} more ${what}, in the copy of the return.` } as const] : []),
  ];
}

function inOneLine(question: QuestionView): Line {
  const way = movementOf(question);
  const short = shortened(question.answer?.note.replace(/\s+/g, ' ').trim() ?? '', LONGEST);
  return [{ level: levelOf(question)! }, ` ${question.ref} ${question.title}${way === 'up' || way === 'down' ? ` (${way})` : ''}`, ...(short ? [{ quiet: `. ${short}` }] : [])];
}
