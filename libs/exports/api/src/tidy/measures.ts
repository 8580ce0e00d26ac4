import type { Level } from '@attest/domain/questionnaire';
import { levelShare, measures, meetsRate } from '@attest/domain/measures';
import type { RoundSummary } from '@attest/insight/api';
import type { Tallied } from '../tallied';
import type { TidyTable } from './table';

/** One figure with the counts it was made of. */
interface Measured {
  readonly summary: RoundSummary;
  readonly measure: string;
  /** What it is a figure of. */
  readonly of: 'round' | 'area' | 'phase-or-sector' | 'type' | 'standard' | 'question';
  readonly key: string;
  readonly label: string;
  readonly level: string | null;
  readonly count: number;
  readonly base: number | null;
  readonly percent: number | null;
}

export const measuresTable: TidyTable<Measured> = {
  name: 'measures', row: 'One figure, with the counts it was made of',
  columns: [
    ['round_reference', ({ summary: { round } }) => round.reference, 'Reference of the round'],
    ['round_name', ({ summary: { round } }) => round.name, 'Name of the round'],
    ['provisional', ({ summary: { round } }) => round.provisional, 'true while the round is open: figures may still change'],
    ['as_of', ({ summary: { rates } }) => rates.asOf, 'When it was counted (ISO 8601, UTC)'],
    ['measure', ({ measure }) => measure, 'response-rate, meets, level-share, not-rated, not-applicable, unanswered or not-asked, as the definitions have them'],
    ['of', ({ of }) => of, 'What it is a figure of: round, area, phase-or-sector, type, standard or question'],
    ['key', ({ key }) => key, 'Identifies it, in every edition'],
    ['label', ({ label }) => label, 'Its name'],
    ['level_key', ({ level }) => level, 'Of level-share: which level'],
    ['count', ({ count }) => count, 'How many'],
    ['base', ({ base }) => base, 'Out of how many; empty for what is in no percentage'],
    ['percent', ({ percent }) => percent, 'Count out of base, rounded once to one decimal; empty on a base of 0'],
  ],
};

export function measuresOf(summary: RoundSummary, questions: readonly Tallied[]): Measured[] {
  const { rates, heatmap: { standards, levels } } = summary;
  const of = (kind: Measured['of'], rows: readonly { key: string; label: string; submitted: number; denominator: number; percent: number | null }[]) =>
    rows.map(({ key, label, submitted, denominator, percent }): Measured => ({ summary, measure: measures.responseRate.key, of: kind, key, label, level: null, count: submitted, base: denominator, percent }));
  return [
    ...of('round', [rates.total]), ...of('area', rates.byArea), ...of('phase-or-sector', rates.byGroup), ...of('type', rates.byType),
    ...standards.flatMap((standard) => spread(summary, 'standard', standard.key, `${standard.ref} ${standard.title}`, { ...standard, levels }, { 'not-rated': standard.notRated, [measures.notAsked.key]: standard.notAsked })),
    ...questions.flatMap(({ question: { key, ref, title }, levels: ofQuestion, distribution }) => spread(summary, 'question', key, `${ref} ${title}`, { ...distribution, levels: ofQuestion },
      { [measures.notApplicable.key]: distribution.notApplicable, [measures.unanswered.key]: distribution.unanswered, [measures.notAsked.key]: distribution.notAsked })),
  ];
}

interface Spread {
  readonly counts: Readonly<Record<string, number>>;
  readonly base: number;
  readonly percentMeets: number | null;
  readonly levels: readonly Level[];
}

function spread(summary: RoundSummary, kind: Measured['of'], key: string, label: string, { counts, base, percentMeets, levels }: Spread, apart: Readonly<Record<string, number>>): Measured[] {
  const one = { summary, of: kind, key, label, level: null };
  return [
    ...(levels.length > 0 ? [{ ...one, measure: measures.meetsRate.key, count: meetsRate({ counts, base }, levels).count, base, percent: percentMeets }] : []),
    ...levels.map((level) => ({ ...one, measure: measures.levelShare.key, level: level.key, count: counts[level.key] ?? 0, base, percent: levelShare({ counts, base }, level.key, 1).percentage })),
    ...Object.entries(apart).map(([measure, count]) => ({ ...one, measure, count, base: null, percent: null })),
  ];
}
