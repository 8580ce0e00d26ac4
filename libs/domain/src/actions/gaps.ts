import { answerTo, askedQuestions, scaleOf } from '../questionnaire';
import type { Answers, Level, OrganisationProfile, Question, Section, Template } from '../questionnaire';

/** A question rated below the standard: there is something to do. */
export interface Gap {
  readonly section: Section;
  readonly question: Question;
  readonly level: Level;
  /** The nearest better level that meets the standard. */
  readonly goal: Level;
  /** What the question says that level looks like; empty where it says nothing. */
  readonly goalWording: string;
}

/**
 * Every question rated at a level that does not meet the standard: the furthest below first, critical ones before others, and
 * otherwise in the order in which they are asked. An action plan is drafted from these.
 */
export function gapsIn(template: Template, profile: OrganisationProfile, answers: Answers): readonly Gap[] {
  const gaps = askedQuestions(template, profile, answers).flatMap(({ section, questions }) => questions.flatMap((question): Gap[] => {
    const levels = scaleOf(template, question.scale)?.levels ?? [];
    const place = levels.findIndex(({ key }) => key === answerTo(answers, question.key)?.level);
    const level = levels[place];
    const goal = levels.findLast((one, at) => at < place && one.meets);
    return level && goal && !level.meets ? [{ section, question, level, goal, goalWording: question.descriptors?.[goal.key] ?? '' }] : [];
  }));
  const below = ({ question, level, goal }: Gap) => {
    const levels = scaleOf(template, question.scale)!.levels;
    return levels.indexOf(level) - levels.indexOf(goal);
  };
  return gaps.toSorted((one, other) => below(other) - below(one) || Number(other.question.critical ?? false) - Number(one.question.critical ?? false));
}
