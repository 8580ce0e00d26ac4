import { POINTS, inThousands, listed, questionsOf, scaleOf } from '../questionnaire';
import type { Template } from '../questionnaire';
import type { LeftOut, Named, Rating, Trace } from './rating';

/** The rating in plain sentences, the same on screen, in a PDF and from the API. Read from the trace, nothing is reckoned anew. */
export function explain(rating: Rating, template: Template): readonly string[] {
  return [...whyInWords(rating, template), ...(rating.level === null ? [] : weightSentences(rating.trace)), ...leftOutSentences(rating.trace)];
}

/** The same without how often what counts and what was left out, for where a table beside it shows both. */
export function whyInWords({ level, score, percent, trace }: Rating, template: Template): readonly string[] {
  const word = wordsOf(template);
  if (level === null || trace.band === null) return ['Not rated yet: nothing that counts has been answered.'];

  const points = `${inThousands(score.won)} of ${inThousands(score.available)} points (${percentInWords(percent!, trace.band.from, template)})`;
  return [
    trace.cap === null
      ? `${word(level)}: ${points}. ${word(level)} starts at ${trace.band.from}%.`
      : `${word(level)}, although ${points} would be ${word(trace.cap.without)}.`,
    ...capSentences(trace, template),
    ...nextSentences(trace, template),
  ];
}

/** 49.96% reads "just under 50%": rounded up, it would seem to have reached a level that it has not. */
function percentInWords(percent: number, from: number, { scoring }: Template): string {
  const above = scoring.bands.findLast((band) => band.from > from);
  return above !== undefined && percent >= above.from ? `just under ${above.from}%` : `${percent}%`;
}

function capSentences({ cap }: Trace, template: Template): readonly string[] {
  if (cap === null) return [];
  const many = cap.questions.length > 1;
  return [
    `${nameAll(cap.questions, template)} ${many ? 'are' : 'is'} critical: a section is never rated better than its weakest critical question would be alone, ` +
      `which here is ${wordsOf(template)(cap.level)}.`,
  ];
}

function nextSentences({ next, cap }: Trace, template: Template): readonly string[] {
  if (next === null) return cap === null ? ['There is no better level.'] : [];
  const word = wordsOf(template)(next.level);
  const short = `${inThousands(next.pointsShort)} more ${next.pointsShort === 1 ? 'point' : 'points'} would reach ${word}, which starts at ${next.from}%; a question that counts once is worth ${POINTS}.`;
  if (next.critical.length === 0) return [short];
  const many = next.critical.length > 1;
  return [short, `${nameAll(next.critical, template)} would have to improve too: ${many ? 'they are' : 'it is'} critical and would hold the section below ${word}.`];
}

function weightSentences({ inputs }: Trace): readonly string[] {
  const heavy = inputs.filter(({ weight }) => weight > 1);
  return heavy.map(({ ref, weight }) => `${ref} counts ${weight === 2 ? 'twice' : `${weight} times`}.`);
}

/** Why something did not count, in the order it is told. */
export const leftOutWords = [
  ['not-applicable', 'Does not apply'],
  ['unanswered', 'Not answered yet'],
  ['not-asked', 'Not asked'],
  ['not-scored', 'Asked without scoring'],
] as const satisfies readonly (readonly [LeftOut['why'], string])[];

function leftOutSentences({ leftOut }: Trace): readonly string[] {
  return leftOutWords.flatMap(([why, words]) => {
    const refs = leftOut.filter((left) => left.why === why).map(({ ref }) => ref);
    return refs.length === 0 ? [] : [`${words}, so left out: ${listed(refs)}.`];
  });
}

function nameAll(questions: readonly Named[], template: Template): string {
  const titles = new Map(questionsOf(template).map(({ key, title }) => [key, title]));
  return listed(questions.map(({ key, ref }) => `${ref} ${titles.get(key) ?? ''}`.trim()));
}

function wordsOf(template: Template): (level: string) => string {
  const levels = scaleOf(template, template.scoring.resultScale)?.levels ?? [];
  return (level) => levels.find(({ key }) => key === level)?.word ?? level;
}
