import { ancestorsIn, comparable, type Ancestor } from '../lineage';
import { questionsOf, sameScale, scaleOf, type Question, type Section, type Template } from '../questionnaire';

/** Why a figure of one round is not simply the figure of the round before, a year later. */
export const breakWords = {
  scale: 'the scale changed',
  kind: 'another kind of answer is asked for',
  merged: 'questions were merged',
  split: 'a question was split',
  reworded: 'the wording changed',
  added: 'questions were added',
  retired: 'questions were taken away',
  few: 'less than half of the questions are comparable',
  unconnected: 'the questionnaires do not follow one another',
} as const;
export type BreakReason = keyof typeof breakWords;

/** How something of one round may be held against the round before it. */
export interface Step {
  /** `whole` as it is; `with-break` with what changed said beside it; `apart` not at all, so that no line may join the two. */
  readonly joined: 'whole' | 'with-break' | 'apart';
  readonly reasons: readonly BreakReason[];
  /** Rated questions now, and of them those that have a comparable one in the round before. */
  readonly questions: number;
  readonly comparable: number;
}

/** What something was in the round before: its key there, or `null` where it was not there. */
export interface Back {
  readonly key: string | null;
  /** `null` where there is nothing to hold it against: it is asked for the first time. */
  readonly step: Step | null;
}

/** Below this share of comparable questions, in per cent, two figures of a standard are about different things. */
export const comparableFrom = 50;

/** A question, and the edition back to which it goes. `way`: editions newest first, from its own to the one before. */
export function questionBack(way: readonly Template[], key: string): Back {
  const [now, before] = [way[0]!, way.at(-1)!];
  const question = questionsOf(now).find((one) => one.key === key);
  const ancestors = question ? ancestorsIn(way, key) : [];
  if (!question || ancestors.length === 0) return { key: null, step: null };
  const [only, ...more] = ancestors;
  const held = more.length === 0 && comparable(now, question, before, only!);
  const reasons = reasonsFor(way, question, ancestors);
  // what was split or merged has no single figure to stand before it
  const single = more.length === 0 && only!.kind !== 'split' && only!.kind !== 'merged';
  return { key: single ? only!.key : null, step: { joined: held ? (reasons.length === 0 ? 'whole' : 'with-break') : 'apart', reasons, questions: 1, comparable: Number(held) } };
}

function reasonsFor(way: readonly Template[], question: Question, ancestors: readonly Ancestor[]): readonly BreakReason[] {
  const [now, before] = [way[0]!, way.at(-1)!];
  const kinds = new Set(ancestors.map(({ kind }) => kind));
  const old = questionsOf(before).filter(({ key }) => ancestors.some((ancestor) => ancestor.key === key));
  return inOrder([
    ...(old.some(({ type }) => type !== question.type) ? ['kind' as const] : []),
    ...(question.type === 'level' && old.some((one) => one.type === 'level' && !sameScale(scaleOf(now, question.scale), scaleOf(before, one.scale))) ? ['scale' as const] : []),
    ...(['merged', 'split', 'reworded'] as const).filter((kind) => kinds.has(kind)),
  ]);
}

/** A standard is followed through its questions: it was the section that most of them come from, whatever that was called. */
export function standardBack(way: readonly Template[], key: string): Back {
  const [now, before] = [way[0]!, way.at(-1)!];
  const section = now.sections.find((one) => one.key === key);
  const old = section && sectionBefore(way, section);
  if (!section || !old) return { key: null, step: null };
  const rated = ratedIn(section);
  const backs = rated.map((question) => questionBack(way, question.key));
  const held = backs.filter(({ step }) => step !== null && step.joined !== 'apart').length;
  const reached = new Set(rated.flatMap((question) => ancestorsIn(way, question.key).map((ancestor) => ancestor.key)));
  const rescaled = !sameScale(scaleOf(now, now.scoring.resultScale), scaleOf(before, before.scoring.resultScale));
  const few = held * 100 < rated.length * comparableFrom;
  const reasons = inOrder([
    ...(rescaled ? ['scale' as const] : []),
    ...backs.flatMap(({ step }) => step?.reasons ?? ['added' as const]),
    ...(ratedIn(old).some((question) => !reached.has(question.key)) ? ['retired' as const] : []),
    ...(few && !rescaled ? ['few' as const] : []),
  ]);
  return { key: old.key, step: { joined: rescaled || few ? 'apart' : reasons.length === 0 ? 'whole' : 'with-break', reasons, questions: rated.length, comparable: held } };
}

const ratedIn = ({ questions }: Section): readonly Question[] => questions.filter(({ type }) => type === 'level');

function sectionBefore(way: readonly Template[], section: Section): Section | undefined {
  const before = way.at(-1)!;
  const from = section.questions.flatMap((question) => ancestorsIn(way, question.key).map(({ key }) => key));
  const shared = (one: Section) => one.questions.filter(({ key }) => from.includes(key)).length;
  // of two from which as many come, the one of the same name
  return before.sections.filter((one) => shared(one) > 0)
    .toSorted((a, b) => shared(b) - shared(a) || Number(b.key === section.key) - Number(a.key === section.key))[0];
}

const inOrder = (reasons: readonly BreakReason[]): readonly BreakReason[] => (Object.keys(breakWords) as BreakReason[]).filter((reason) => reasons.includes(reason));
