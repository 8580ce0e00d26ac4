import { Injectable } from '@nestjs/common';
import { comparability } from '@attest/domain/lineage';
import { questionsOf, type Section } from '@attest/domain/questionnaire';
import { inAll, type Way } from '@attest/domain/trend';
import { Database, notFound } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import type { Standings } from '../heatmap/heatmap';
import type { QuestionColumn } from '../heatmap/question-places';
import type { InsightFilters } from '../insight.dto';
import { RoundReader, type Round } from '../round-reader';

/** Years of a trend. More would be told about people and questionnaires that nobody remembers. */
const MOST_ROUNDS = 8;

/** The round $1 and those before it, $2 at most, the newest first. */
const ROUNDS_BACK = `
  with recursive back as (
    select r.id, r.previous_round_id, r.partnership_id, 1 as place from app.round r where r.id = $1
    union all
    select r.id, r.previous_round_id, r.partnership_id, back.place + 1 from back
    join app.round r on r.partnership_id = back.partnership_id and r.id = back.previous_round_id where back.place < $2::int
  )
  select id from back order by place`;

/** One round of several, with everybody whom the filters let through. */
export interface RoundFigures {
  readonly round: Round;
  readonly figures: Standings;
}

/** Rounds that followed one another. */
export interface RoundsBack {
  /** Newest first. */
  readonly rounds: readonly RoundFigures[];
  /** From each to the one before. */
  readonly ways: readonly Way[];
  readonly predecessors: ReadonlyMap<string, string>;
}

@Injectable()
export class TrendReader {
  constructor(
    private readonly database: Database,
    private readonly reader: RoundReader,
    private readonly templates: TemplatesService,
  ) {}

  /** With their figures. */
  async back(id: string, filters: InsightFilters, most = MOST_ROUNDS): Promise<RoundsBack> {
    const rows = await this.database.query<{ readonly id: string }>(ROUNDS_BACK, [id, most]);
    if (rows.length === 0) throw notFound();
    const found = await this.reader.rounds(rows.map((row) => row.id));
    const rounds: RoundFigures[] = [];
    const before = await this.reader.asBefore(filters);
    for (const [at, round] of found.entries()) rounds.push({ round, figures: await this.reader.standings(round, at === 0 ? filters : before) });
    return { rounds, ways: await this.ways(found.map(({ edition }) => edition)), predecessors: await this.reader.predecessors() };
  }

  /** Where those stand in some questions who are among the figures. */
  async places({ round, figures }: RoundFigures, filters: InsightFilters, columns: readonly (QuestionColumn | null)[]): Promise<readonly Int8Array[]> {
    const among = new Set(figures.standings.map(({ row }) => row.organisation_id));
    const rows = (await this.reader.inShort(round.id, await this.reader.asBefore(filters))).filter(({ chosen, organisation_id }) => chosen && among.has(organisation_id));
    return (await this.reader.placesOf(round.edition, rows, columns)).flatMap((places) => places ?? []);
  }

  /** From each edition to the next. Most follow one another, so that one line holds them all. */
  private async ways(editions: readonly TemplateVersion[]): Promise<Way[]> {
    const ways: Way[] = [];
    let line: readonly TemplateVersion[] = [];
    for (const [at, older] of editions.slice(1).entries()) {
      const newer = editions[at]!;
      if (newer.id !== older.id && placeOf(newer, line) === -1) line = await this.templates.lineOf(newer);
      ways.push(newer.id === older.id ? [newer.template] : wayAlong(line, newer, older));
    }
    return ways;
  }
}

function wayAlong(line: readonly TemplateVersion[], newer: TemplateVersion, older: TemplateVersion): Way {
  const [from, to] = [placeOf(newer, line), placeOf(older, line)];
  return to > from ? line.slice(from, to + 1).map(({ template }) => template) : null;
}

const placeOf = ({ id }: TemplateVersion, line: readonly TemplateVersion[]) => line.findIndex((one) => one.id === id);

/** Of each round only those who returned in all of them. */
export function theSame({ rounds, ways, predecessors }: RoundsBack): RoundsBack {
  const kept = inAll(rounds.map(({ figures }) => returnedIn(figures)), predecessors);
  return { ways, predecessors, rounds: rounds.map(({ round, figures }, at) => ({ round, figures: { ...figures, standings: figures.standings.filter(({ row }) => kept[at]!.has(row.organisation_id)) } })) };
}

export const returnedIn = ({ standings }: Standings): ReadonlySet<string> => new Set(standings.filter(({ levels }) => levels !== null).map(({ row }) => row.organisation_id));

/** Of questions that are rated; of none where the editions do not follow one another. */
export function questionsHeld(way: Way, { edition }: Round): { readonly questions: number; readonly comparable: number } {
  const rated = questionsOf(edition.template).filter(({ type }) => type === 'level').length;
  if (way === null) return { questions: rated, comparable: 0 };
  return way.length === 1 ? { questions: rated, comparable: rated } : comparability(way);
}

export const sectionOf = ({ edition }: Round, key: string): Section | undefined => edition.template.sections.find((section) => section.key === key);
