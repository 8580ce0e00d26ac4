import { Injectable } from '@nestjs/common';
import { comparabilityRate, figureOf as share, meetsRate, type Figure } from '@attest/domain/measures';
import type { Section } from '@attest/domain/questionnaire';
import { breakWords, inBoth, questionBack, standardBack, threadBack, type Place } from '@attest/domain/trend';
import { notFound } from '@attest/shared/api';
import { columnsOf, standardsOf, standingsAsSaid } from '../heatmap/heatmap';
import { distributionAt, questionColumns, type QuestionColumn } from '../heatmap/question-places';
import { countPlaces } from '../heatmap/standings';
import type { ChosenOrganisations, InsightFilters } from '../insight.dto';
import type { TrendFilters, TrendPoint, TrendRound, TrendSeries, TrendView } from './trend.dto';
import { TrendReader, questionsHeld, returnedIn, sectionOf, theSame, type RoundFigures, type RoundsBack } from './trend-reader';

/** How figures went over the years, and what stands between them. */
@Injectable()
export class TrendService {
  constructor(private readonly reader: TrendReader) {}

  async trend(id: string, { standard, organisations, ...filters }: TrendFilters & ChosenOrganisations, layer: 'moderated' | 'self' = 'moderated'): Promise<TrendView> {
    const seen = await this.reader.back(id, filters);
    const everybody = layer === 'self' ? { ...seen, rounds: seen.rounds.map((one) => ({ ...one, figures: standingsAsSaid(one.figures) })) } : seen;
    const back = organisations === 'the-same' ? theSame(everybody) : everybody;
    const [{ round }] = back.rounds as [RoundFigures];
    const section = standard === undefined ? null : sectionOf(round, standard);
    if (section === undefined) throw notFound();
    return {
      round: { id: round.id, name: round.name },
      standard: section && { key: section.key, ref: section.ref, title: section.title },
      rounds: roundsOf(back),
      series: section ? await this.questions(back, section, filters) : standards(back),
    };
  }

  private async questions(back: RoundsBack, { questions }: Section, filters: InsightFilters): Promise<TrendSeries[]> {
    const threads = questions.filter(({ type }) => type === 'level').map((question) => ({ ...question, places: threadBack(back.ways, question.key, questionBack) }));
    const then: { readonly columns: readonly (QuestionColumn | null)[]; readonly places: readonly Int8Array[] }[] = [];
    for (const [at, one] of back.rounds.entries()) {
      const all = questionColumns(one.round.edition.template);
      const columns = threads.map(({ places }) => all.find(({ question }) => question.key === places[at]!.key) ?? null);
      then.push({ columns, places: await this.reader.places(one, filters, columns) });
    }
    return threads.map(({ key, ref, title, places }, thread) => ({
      key, ref, title, points: pointsOf(back, places, (_one, _place, at) => {
        const column = then[at]!.columns[thread]!;
        return meetsRate(distributionAt(then[at]!.places, column, thread), column.levels, 1);
      }),
    }));
  }
}

function standards(back: RoundsBack): TrendSeries[] {
  const [{ round }] = back.rounds as [RoundFigures];
  return standardsOf(round.edition.template).map(({ key, ref, title }) => ({
    key, ref, title, points: pointsOf(back, threadBack(back.ways, key, standardBack), ({ figures: { template, scale, standings } }, place) => {
      const column = columnsOf(template).indexOf(place);
      return meetsRate(countPlaces(standings.flatMap(({ levels }) => levels?.places[column] ?? []), scale), scale, 1);
    }),
  }));
}

const nothing: Figure = { count: 0, base: 0, percentage: null };

/** Oldest first, as time goes. */
function pointsOf({ rounds }: RoundsBack, places: readonly Place[], figureOf: (one: RoundFigures, key: string, at: number) => Figure): TrendPoint[] {
  return rounds.map((one, at): TrendPoint => {
    const { key, step } = places[at]!;
    const { count, base, percentage: percent } = key === null ? nothing : figureOf(one, key, at);
    return {
      roundId: one.round.id, key, questionId: (key !== null && one.round.edition.questionIds.get(key)) || null, count, base, percent,
      joined: step?.joined ?? null, reasons: step?.reasons.map((reason) => breakWords[reason]) ?? [], questions: step?.questions ?? 0, comparable: step?.comparable ?? 0,
    };
  }).toReversed();
}

function roundsOf(back: RoundsBack): TrendRound[] {
  const editions = back.rounds.map(({ round }) => round.edition.template.edition);
  return back.rounds.map(({ round, figures }, at): TrendRound => ({
    id: round.id, name: round.name, label: editions.filter((one) => one === editions[at]).length > 1 ? round.name : editions[at]!,
    provisional: round.provisional, returned: returnedIn(figures).size, denominator: figures.standings.length,
    comparability: at === back.ways.length ? null : comparabilityOf(back, at),
  })).toReversed();
}

function comparabilityOf({ rounds, ways, predecessors }: RoundsBack, at: number): TrendRound['comparability'] {
  const held = questionsHeld(ways[at]!, rounds[at]!.round);
  const now = returnedIn(rounds[at]!.figures);
  const both = share(inBoth(now, returnedIn(rounds[at + 1]!.figures), predecessors).length, now.size, 1);
  return { ...held, percent: comparabilityRate(held, 1).percentage, organisations: both.base, inBoth: both.count, inBothPercent: both.percentage };
}
