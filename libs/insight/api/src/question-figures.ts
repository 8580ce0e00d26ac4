import { answerTo, sameScale, scaleOf, valueInWords, type Level, type Question, type Section, type Template } from '@attest/domain/questionnaire';
import { meetsRate } from '@attest/domain/measures';
import { byName, tally, toldTo, type Told } from '@attest/domain/rollup';
import type { DistributionView, QuestionAnswer } from './insight.dto';
import type { Respondent } from './respondents';

/** A question in its place. */
export interface AskedIn {
  readonly template: Template;
  readonly section: Section;
  readonly question: Question;
}

/** With those who returned. */
export interface Asking extends AskedIn {
  readonly respondents: readonly Respondent[];
}

export function levelsOf({ template, question }: Pick<AskedIn, 'template' | 'question'>): readonly Level[] {
  return question.type === 'level' ? (scaleOf(template, question.scale)?.levels ?? []) : [];
}

/** Somebody whom the filters let through, and what they said. */
export interface Teller {
  readonly respondent: Respondent;
  readonly told: Told;
}

export const tellersOf = (asking: Asking): Teller[] => asking.respondents.filter(({ chosen }) => chosen).map((respondent) => ({ respondent, told: toldBy(respondent, asking) }));

export function distributionOf(tellers: readonly Teller[], levels: readonly Level[]): DistributionView {
  const counted = tally(tellers.map(({ told }) => told), levels);
  // answers that are not rated neither meet nor miss anything
  return { ...counted, percentMeets: levels.length > 0 ? meetsRate(counted, levels, 1).percentage : null };
}

export function toldBy({ asked, answers }: Respondent, { template, question }: AskedIn): Told {
  return toldTo(template, question, asked.has(question), answerTo(answers, question.key));
}

/** The same question in the edition before, where a level means the same in both; `null` where it cannot be compared. */
export function questionBefore(now: AskedIn, before: Template): AskedIn | null {
  for (const section of before.sections) {
    const question = section.questions.find(({ key }) => key === now.question.key);
    if (question && isComparable(now, { template: before, question })) return { template: before, section, question };
  }
  return null;
}

function isComparable(now: Pick<AskedIn, 'template' | 'question'>, before: Pick<AskedIn, 'template' | 'question'>): boolean {
  if (now.question.type !== 'level' || before.question.type !== 'level') return now.question.type === before.question.type;
  return sameScale(scaleOf(now.template, now.question.scale), scaleOf(before.template, before.question.scale));
}

/** Worst level first, then what is not rated, what does not apply, what is unanswered; by name within each. */
export function answersTo(question: Question, levels: readonly Level[], tellers: readonly Teller[], lastOf: (organisationId: string) => Level | null): QuestionAnswer[] {
  const worstFirst = levels.toReversed().map(({ key }) => key);
  return tellers
    .filter(({ told }) => told !== 'not-asked')
    .map((teller) => ({ answer: answerOf(teller, question, levels, lastOf), order: orderOf(teller.told, worstFirst) }))
    .toSorted((a, b) => a.order - b.order || byName(a.answer, b.answer))
    .map(({ answer }) => answer);
}

const afterLevels = ['answered', 'not-applicable', 'unanswered', 'not-asked'] as const;

function orderOf(told: Told, worstFirst: readonly string[]): number {
  return typeof told === 'string' ? worstFirst.length + afterLevels.indexOf(told) : worstFirst.indexOf(told.level);
}

function answerOf({ respondent, told }: Teller, question: Question, levels: readonly Level[], lastOf: (organisationId: string) => Level | null): QuestionAnswer {
  const { organisationId, submissionId, name, area, group, answers } = respondent;
  const answer = answerTo(answers, question.key);
  return {
    organisationId, submissionId, name, area, group,
    level: typeof told === 'string' ? null : levels.find(({ key }) => key === told.level)!,
    value: told === 'answered' ? valueInWords(question, answer!.value) : null,
    note: answer?.note ?? '', naReason: answer?.naReason ?? null, last: lastOf(organisationId),
  };
}
