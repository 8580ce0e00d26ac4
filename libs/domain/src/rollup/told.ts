import { isAnswered, isNotApplicable, scaleOf } from '../questionnaire';
import type { Answer, Question, Template } from '../questionnaire';
import type { Told } from './tally';

/**
 * What one organisation said to a question, as a tally counts it. `asked` is whether it is among its `askedQuestions`: an answer
 * given before its question fell away says nothing. Nor does a level that the scale does not have, left from another version.
 */
export function toldTo(template: Template, question: Question, asked: boolean, answer: Answer | undefined): Told {
  if (!asked) return 'not-asked';
  if (isNotApplicable(answer)) return 'not-applicable';
  if (answer === undefined || !isAnswered(answer)) return 'unanswered';
  if (question.type !== 'level') return 'answered';
  const level = scaleOf(template, question.scale)?.levels.find(({ key }) => key === answer.level);
  return level === undefined ? 'unanswered' : { level: level.key };
}
