import { testsIn } from './condition';
import { scaleOf } from './points';
import { questionsOf } from './questions-of';
import type { Condition, Question, Template } from './template';
import { problemAt } from './template-problem';
import type { Report } from './template-problem';

/** A condition may only look back: that way a circle cannot be written, and nobody's page changes above where they are. */
export function conditionProblems(template: Template): Report {
  const questions = questionsOf(template);
  const byKey = new Map(questions.map((question) => [question.key, question]));
  const earlier = new Set<string>();
  /** Questions that are asked or not according to a rating, directly or through others. */
  const hanging = new Set<string>();

  return questions.flatMap((question) => {
    const { key, ref, showIf } = question;
    const problem = problemAt(ref);
    const tests = showIf === undefined ? [] : testsIn(showIf);
    const found = showIf !== undefined && hasEmptyList(showIf)
      ? [problem('condition-empty', `The condition of ${ref} has an empty list: it would be always true or never.`)]
      : [];

    for (const test of tests) {
      const target = byKey.get(test.question);
      if (target === undefined) {
        found.push(problem('condition-unknown-question', `${ref} depends on "${test.question}", which is not asked here.`));
      } else if (!earlier.has(test.question)) {
        found.push(problem('condition-not-earlier', `${ref} depends on ${target.ref}, which does not come before it.`));
      } else {
        const unknown = test.is.filter((value) => !possibleKeys(template, target).includes(value));
        if (unknown.length > 0) found.push(problem('condition-unknown-value', `${ref} depends on answers that ${target.ref} cannot have: ${unknown.join(', ')}.`));
      }
    }

    if (tests.some((test) => byKey.get(test.question)?.type === 'level' || hanging.has(test.question))) {
      hanging.add(key);
      // Otherwise a poor rating could drop a question that would go badly, or add one that goes well, and lift the result.
      if (question.type === 'level' && question.weight > 0) {
        found.push(problem('condition-hangs-on-rating', `${ref} is scored, so whether it is asked may not depend on a rating: ask a plain choice first, or give ${ref} the weight 0.`));
      }
    }
    earlier.add(key);
    return found;
  });
}

function possibleKeys(template: Template, question: Question): readonly string[] {
  if (question.type === 'level') return scaleOf(template, question.scale)?.levels.map(({ key }) => key) ?? [];
  if (question.type === 'choice' || question.type === 'choices') return question.choices?.map(({ key }) => key) ?? [];
  return [];
}

function hasEmptyList(condition: Condition): boolean {
  if ('all' in condition) return condition.all.length === 0 || condition.all.some(hasEmptyList);
  if ('any' in condition) return condition.any.length === 0 || condition.any.some(hasEmptyList);
  if ('not' in condition) return hasEmptyList(condition.not);
  return condition.is.length === 0;
}
