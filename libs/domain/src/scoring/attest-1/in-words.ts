import { POINTS, listed, scaleOf } from '../../questionnaire';
import type { Template } from '../../questionnaire';

/** How results come about, for whoever reads them without the product: printed on every report. */
export function inWords(template: Template): readonly string[] {
  const { rule, resultScale, bands } = template.scoring;
  const words = new Map(scaleOf(template, resultScale)?.levels.map(({ key, word }) => [key, word]));
  const starts = bands.filter(({ from }) => from > 0).map(({ level, from }) => `${words.get(level) ?? level} from ${from}%`);
  const lowest = bands.at(-1)!.level;
  const capped = template.sections.some(({ questions }) => questions.some(({ critical }) => critical));
  return [
    `Rule ${rule}. The best level of a question wins ${POINTS} points, the worst none, the others in proportion; some questions count more than once.`,
    `A standard, and the whole return, is ${listed(starts)} of the points available; otherwise ${words.get(lowest) ?? lowest}.`,
    ...(capped ? ['A standard is never rated better than its weakest critical question would be alone.'] : []),
    'What does not apply, is not answered or is not asked is left out of both sides.',
  ];
}
