import { POINTS, pointsFor, scaleOf } from './points';
import { ruleNames } from './rule-names';
import type { Scale, Template } from './template';
import { problemAt, repeated } from './template-problem';
import type { Report } from './template-problem';
import { listed } from './words';

export function scaleProblems(scale: Scale): Report {
  const problem = problemAt(scale.key);
  const scores = scale.levels.map(({ score }) => score);
  const found = repeated(scale.levels.map(({ key }) => key)).map((key) =>
    problem('key-duplicate', `Two levels of ${scale.name} have the key "${key}": give each its own.`),
  );

  if (scores.length < 2) return [...found, problem('scale-too-short', `${scale.name} needs at least two levels.`)];
  if (!scores.every(Number.isSafeInteger)) return [...found, problem('score-not-whole', `Give every level of ${scale.name} a whole number as its score.`)];
  if (repeated(scores).length > 0) return [...found, problem('scores-equal', `Two levels of ${scale.name} have the same score: give each its own.`)];

  const direction = Math.sign(scores[1]! - scores[0]!);
  if (scores.some((score, at) => at > 0 && Math.sign(score - scores[at - 1]!) !== direction)) {
    return [...found, problem('scores-not-monotonic', `The scores of ${scale.name} turn back: list its levels from best to worst.`)];
  }
  const broken = scale.levels.filter(({ key }) => !Number.isInteger(pointsFor(scale, key)));
  return [
    ...found,
    ...broken.map(({ word }) =>
      problem('points-not-whole', `${word} of ${scale.name} would be worth a fraction of a point out of ${POINTS}: space the scores differently.`),
    ),
  ];
}

export function scoringProblems(template: Template): Report {
  return [...ruleProblems(template), ...bandProblems(template)];
}

function ruleProblems({ scoring: { rule } }: Template): Report {
  if (ruleNames.some((name) => name === rule)) return [];
  return [problemAt('scoring')('rule-unknown', `No rule is called "${rule}": results come about by ${listed(ruleNames)}.`)];
}

function bandProblems(template: Template): Report {
  const problem = problemAt('scoring');
  const { bands, resultScale } = template.scoring;
  const scale = scaleOf(template, resultScale);
  if (scale === undefined) return [problem('result-scale-unknown', `Results are given on "${resultScale}", which is not one of the scales.`)];

  const starts = bands.map(({ from }) => from);
  const covered = bands.length === scale.levels.length && scale.levels.every(({ key }, at) => bands[at]!.level === key);
  return [
    ...(covered ? [] : [problem('bands-not-covering', `Give one percentage for each level of ${scale.name}, best first: ${scale.levels.map(({ word }) => word).join(', ')}.`)]),
    ...(starts.every((from) => Number.isInteger(from) && from >= 0 && from <= 100) ? [] : [problem('band-not-whole', 'Each level of the result starts at a whole percentage from 0 to 100.')]),
    ...(starts.every((from, at) => at === 0 || from < starts[at - 1]!) ? [] : [problem('bands-not-descending', 'Each level of the result starts at a lower percentage than the one above it.')]),
    ...(starts.at(-1) === 0 ? [] : [problem('bands-not-ending-at-zero', 'The lowest level of the result starts at 0%.')]),
  ];
}
