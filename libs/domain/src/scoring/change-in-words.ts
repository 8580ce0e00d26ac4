import { listed, questionsOf, scaleOf } from '../questionnaire';
import type { Template } from '../questionnaire';
import type { SmallestChange } from './rating';

/** "The smallest change that would alter it: Green, if 1.2 Training were Green instead of Amber." */
export function changeInWords({ level, steps }: SmallestChange, template: Template): string {
  const questions = new Map(questionsOf(template).map((question) => [question.key, question]));
  const word = (scale: string | undefined, key: string) => scaleOf(template, scale)?.levels.find((one) => one.key === key)?.word ?? key;
  const said = steps.map(({ key, ref, from, to }) => {
    const { title, scale } = questions.get(key)!;
    return `${ref} ${title} were ${word(scale, to)} instead of ${word(scale, from)}`;
  });
  return `The smallest change that would alter it: ${word(template.scoring.resultScale, level)}, if ${listed(said)}.`;
}
