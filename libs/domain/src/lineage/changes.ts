import { questionsOf } from '../questionnaire';
import type { Question, Template } from '../questionnaire';
import { lineageOf } from './thread';

/** What changed this year, for the people who answered last year. */
export interface Changes {
  readonly added: readonly Question[];
  /** With what it said before. */
  readonly reworded: readonly { readonly question: Question; readonly before: readonly Question[] }[];
  readonly split: readonly { readonly question: Question; readonly before: readonly Question[] }[];
  readonly merged: readonly { readonly question: Question; readonly before: readonly Question[] }[];
  readonly retired: readonly { readonly question: Question; readonly note: string }[];
  /** How many are as they were. */
  readonly same: number;
}

export function changesBetween(before: Template, after: Template): Changes {
  const old = new Map(questionsOf(before).map((question) => [question.key, question]));
  const known = new Set(old.keys());
  const steps = questionsOf(after).map((question) => ({ question, ...lineageOf(question, known) }));
  const of = (kind: 'reworded' | 'split' | 'merged') => steps.filter((step) => step.kind === kind)
    .map(({ question, from }) => ({ question, before: from.flatMap((key) => old.get(key) ?? []) }));
  const used = new Set(steps.flatMap(({ from }) => from));
  const notes = new Map((after.retired ?? []).map(({ key, note }) => [key, note]));
  return {
    added: steps.filter(({ kind }) => kind === 'new').map(({ question }) => question),
    reworded: of('reworded'), split: of('split'), merged: of('merged'),
    retired: [...old.values()].filter(({ key }) => !used.has(key)).map((question) => ({ question, note: notes.get(question.key) ?? '' })),
    same: steps.filter(({ kind }) => kind === 'same').length,
  };
}
