import { Injectable } from '@nestjs/common';
import { carryOver } from '@attest/domain/lineage';
import { questionsOf, sameScale, scaleOf, type Question, type Template } from '@attest/domain/questionnaire';
import { historyOf } from '@attest/domain/trend';
import { Database, notFound } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { columnsOf, resultScale, type Figures, type LastRound, type Standings } from './heatmap/heatmap';
import { placesReader } from './heatmap/question-places';
import { isReturned, levelsReader, readStandings } from './heatmap/standings';
import type { ChosenOrganisations, InsightFilters } from './insight.dto';
import {
  ALIKE, FITTING, IN_SHORT, LAST_IN_SHORT, LAST_STANDINGS, LAST_STANDINGS_AMONG, NEXT_STANDINGS, ORGANISATIONS, REVISED, REVISED_AMONG, ROUNDS, SAID, STANDINGS, SUCCESSIONS, SUCCESSIONS_AMONG,
  type AlikeRow, type AnswersRow, type FittingRow, type LastStandingRow, type Returned, type RoundOrganisationRow, type RoundRow, type SaidRow, type SectionRow, type ShortAnswersRow, type ShortRow, type StandingRow, type SuccessionRow,
} from './insight.queries';
import type { AskedIn } from './question-figures';
import { readRespondents, type EarlierEdition, type Respondent } from './respondents';

export interface Round {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  readonly partnershipName: string;
  /** Figures may still change. */
  readonly provisional: boolean;
  readonly edition: TemplateVersion;
  /** The one before, where there is one. */
  readonly last: Pick<Round, 'id' | 'name' | 'edition'> | null;
}

/** The round before, question by question. */
export interface LastPlaces {
  /** Of those whom the filters let through, as they were then. */
  readonly chosen: readonly Int8Array[];
  placesOf(organisationId: string): Int8Array | null;
}

/** Fetches what figures are made of, so that screens and files are made of the same. */
@Injectable()
export class RoundReader {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
  ) {}

  async round(id: string): Promise<Round> {
    const [round] = await this.rounds([id]);
    if (!round) throw notFound();
    return round;
  }

  /** In their order; those that cannot be seen are left out. */
  async rounds(ids: readonly string[]): Promise<Round[]> {
    const rounds: Round[] = [];
    for (const row of await this.database.prepared<RoundRow>(ROUNDS, [ids])) rounds.push(await this.roundOf(row));
    return rounds;
  }

  private async roundOf(row: RoundRow): Promise<Round> {
    return {
      id: row.id, name: row.name, reference: row.reference, partnershipName: row.partnership_name, provisional: row.state !== 'closed',
      edition: await this.templates.pinned(row.template_version_id),
      last: row.last_id === null ? null : { id: row.last_id, name: row.last_name!, edition: await this.templates.pinned(row.last_template_version_id!) },
    };
  }

  alike({ id }: Round, filters: InsightFilters): Promise<AlikeRow[]> {
    return this.database.query<AlikeRow>(ALIKE, [id, ...chosenBy(filters)]);
  }

  /** Where everybody stands whom the filters let through. */
  async standings({ id, edition: { template } }: Pick<Round, 'id' | 'edition'>, filters: InsightFilters): Promise<Standings> {
    return this.standingsOf(template, await this.database.query<StandingRow>(STANDINGS, [id, ...chosenBy(filters)]));
  }

  /** The same of members that have been read. */
  async standingsOf(template: Template, rows: readonly StandingRow[]): Promise<Standings> {
    return { template, scale: resultScale(template), standings: readStandings(rows, await this.levelsReader(rows, template)) };
  }

  /** With the round before, and what was shown otherwise before. */
  async figures(round: Round, filters: InsightFilters): Promise<Figures> {
    return {
      ...await this.standings(round, filters), last: await this.last(round, filters),
      isRevised: revisedReader(await this.database.prepared<SectionRow>(REVISED, [round.id])),
    };
  }

  /** Those who come next by name after one of them, so many at most. */
  async nextStandings(roundId: string, template: Template, filters: InsightFilters, after: StandingRow | undefined, most: number): Promise<Standings> {
    return this.standingsOf(template, await this.database.query<StandingRow>(NEXT_STANDINGS, [roundId, ...chosenBy(filters), after?.organisation_name, after?.organisation_id, most]));
  }

  /** The figures of some, who have been read. */
  async figuresOf(round: Round, filters: InsightFilters, some: Standings): Promise<Figures> {
    const [organisations, returns] = [some.standings.map(({ row }) => row.organisation_id), some.standings.map(({ row }) => row.submission_id)];
    return {
      ...some, last: await this.last(round, filters, organisations),
      isRevised: revisedReader(await this.database.query<SectionRow>(REVISED_AMONG, [round.id, returns])),
    };
  }

  /** The round before, of these organisations or of all; null where there is none, or where a level meant something else. */
  async last({ edition: { template }, last }: Round, filters: InsightFilters, among: readonly string[] | null = null): Promise<LastRound | null> {
    return last && isComparable(template, last.edition.template) ? this.lastRound(last.id, template, filters, among) : null;
  }

  /** Every member, with what it answered in short; those whom the filters do not let through too. */
  inShort(roundId: string, filters: InsightFilters, among: readonly string[] | null = null): Promise<ShortAnswersRow[]> {
    return this.database.query<ShortAnswersRow>(IN_SHORT, [roundId, ...chosenBy(filters), among]);
  }

  /** Where these members stand, by columns of the edition; null for whoever has not returned. */
  async placesOf(edition: TemplateVersion, rows: readonly ShortAnswersRow[], columns: readonly (AskedIn | null)[]): Promise<(Int8Array | null)[]> {
    const read = placesReader(edition, await this.earlier(rows, edition), columns);
    return rows.map((row) => (isReturned(row) ? read(row) : null));
  }

  /** Where those stood who returned in the round before, by columns of its edition; of these organisations and those they followed, or of all. */
  async lastPlaces({ id, edition }: Pick<Round, 'id' | 'edition'>, filters: InsightFilters, columns: readonly (AskedIn | null)[], among: readonly string[] | null = null): Promise<LastPlaces> {
    const predecessors = await this.predecessors(among);
    const rows = await this.database.query<Returned<AnswersRow>>(LAST_IN_SHORT, [id, ...chosenBy(await this.asBefore(filters)), among && [...among, ...predecessors.values()]]);
    const read = placesReader(edition, await this.earlier(rows, edition), columns);
    const places = rows.map(read);
    const byOrganisation = new Map(rows.map(({ organisation_id }, at) => [organisation_id, places[at]!]));
    return {
      chosen: places.filter((_, at) => rows[at]!.chosen),
      placesOf: (organisationId) => byOrganisation.get(organisationId) ?? byOrganisation.get(predecessors.get(organisationId) ?? '') ?? null,
    };
  }

  /** Everybody who returned, or those of these organisations; with their answers to these questions, and with words only for those they are wanted of. */
  async respondents({ id, edition }: Pick<Round, 'id' | 'edition'>, filters: InsightFilters, questions: readonly Question[], words: readonly Question[], among: readonly string[] | null = null): Promise<Respondent[]> {
    const rows = (await this.inShort(id, filters, among)).filter(isReturned);
    const earlier = await this.earlier(rows, edition);
    // the short form of a return says all that can be said of an answer that is rated, but for its words
    const inFull = [...new Set([...words, ...questions.filter(({ type }) => type !== 'level')])];
    const said = await this.said(id, identifiersOf(inFull, edition, earlier), identifiersOf(words, edition, earlier), among);
    return readRespondents({ rows, said, questions }, edition, earlier);
  }

  organisations(roundId: string): Promise<RoundOrganisationRow[]> {
    return this.database.query<RoundOrganisationRow>(ORGANISATIONS, [roundId]);
  }

  async fitting(roundId: string, filters: ChosenOrganisations): Promise<FittingRow> {
    return (await this.database.one<FittingRow>(FITTING, [roundId, ...chosenBy(filters)]))!;
  }

  /** The same filters for a round before: whom the chosen ones followed is chosen with them. */
  async asBefore(filters: ChosenOrganisations): Promise<ChosenOrganisations> {
    if (!filters.organisationIds) return filters;
    const predecessors = await this.predecessors();
    return { ...filters, organisationIds: filters.organisationIds.flatMap((id) => historyOf(id, predecessors)) };
  }

  /** The organisation that another one followed, such as the school that an academy was. */
  async predecessors(among: readonly string[] | null = null): Promise<ReadonlyMap<string, string>> {
    const rows = among ? await this.database.query<SuccessionRow>(SUCCESSIONS_AMONG, [among]) : await this.database.prepared<SuccessionRow>(SUCCESSIONS);
    return new Map(rows.map(({ id, predecessor_id }) => [id, predecessor_id]));
  }

  /** The editions that returns were handed in on before their round went over to its own. */
  async earlier(rows: readonly { readonly template_version_id: string | null }[], edition: TemplateVersion): Promise<EarlierEdition[]> {
    const found: EarlierEdition[] = [];
    for (const id of versionsIn(rows).filter((one) => one !== edition.id)) {
      const then = await this.templates.pinned(id);
      const way = await this.templates.wayBack(edition, then) ?? [];
      const { carried } = carryOver(then.template, edition.template, way.slice(1, -1).map(({ template }) => template));
      found.push({ ...then, carried: new Map(carried.map(({ from, to }) => [from, to])) });
    }
    return found;
  }

  /** Of a question of the round's version, by its key, in every version that returns were handed in on. */
  async identifiers({ id, edition }: Pick<Round, 'id' | 'edition'>, key: string): Promise<string[]> {
    const rows = await this.database.query<LastStandingRow>(LAST_STANDINGS, [id, ...chosenBy({})]);
    const question = questionsOf(edition.template).filter((one) => one.key === key);
    return identifiersOf(question, edition, await this.earlier(rows, edition));
  }

  private async said(roundId: string, inFull: readonly string[], words: readonly string[], among: readonly string[] | null): Promise<ReadonlyMap<string, readonly SaidRow[]>> {
    if (inFull.length === 0) return new Map();
    const byReturn = new Map<string, SaidRow[]>();
    for (const row of await this.database.query<SaidRow>(SAID, [roundId, inFull, words, among])) {
      const others = byReturn.get(row.submission_id);
      if (others) others.push(row);
      else byReturn.set(row.submission_id, [row]);
    }
    return byReturn;
  }

  private async lastRound(id: string, template: Template, filters: InsightFilters, among: readonly string[] | null = null): Promise<LastRound> {
    const predecessors = await this.predecessors(among);
    const values = [id, ...chosenBy(await this.asBefore(filters))];
    const rows = among
      ? await this.database.query<LastStandingRow>(LAST_STANDINGS_AMONG, [...values, [...among, ...predecessors.values()]])
      : await this.database.query<LastStandingRow>(LAST_STANDINGS, values);
    const read = await this.levelsReader(rows, template);
    const levels = new Map(rows.map((row) => [row.organisation_id, read(row)]));
    return {
      levels: rows.flatMap(({ organisation_id, chosen }) => (chosen ? levels.get(organisation_id)! : [])),
      levelsOf: (organisationId) => levels.get(organisationId) ?? levels.get(predecessors.get(organisationId) ?? '') ?? null,
    };
  }

  /** By the columns of the edition looked at, for the round before too: a standard that was not there then has nothing to compare with. */
  private async levelsReader(rows: readonly ShortRow[], template: Template) {
    const editions = new Map<string, Template>();
    for (const id of versionsIn(rows)) editions.set(id, (await this.templates.pinned(id)).template);
    return levelsReader(editions, { keys: columnsOf(template), scale: resultScale(template) });
  }
}

const versionsIn = (rows: readonly { readonly template_version_id: string | null }[]): string[] => [...new Set(rows.flatMap(({ template_version_id }) => template_version_id ?? []))];

/** In each of the editions: of an earlier one, the questions that these come from. */
function identifiersOf(questions: readonly Question[], edition: TemplateVersion, earlier: readonly EarlierEdition[]): string[] {
  const keys = new Set(questions.map(({ key }) => key));
  return [
    ...[...keys].flatMap((key) => edition.questionIds.get(key) ?? []),
    ...earlier.flatMap(({ carried, questionIds }) => [...carried].flatMap(([from, to]) => (keys.has(to) ? questionIds.get(from) ?? [] : []))),
  ];
}

/** Whether a level of the results means the same in both editions. */
export function isComparable(now: Template, before: Template): boolean {
  return sameScale(scaleOf(now, now.scoring.resultScale), scaleOf(before, before.scoring.resultScale));
}

function revisedReader(rows: readonly SectionRow[]): (submissionId: string, section: string) => boolean {
  const revised = new Set(rows.map(({ submission_id, section_key }) => `${submission_id} ${section_key}`));
  return (submissionId, section) => revised.has(`${submissionId} ${section}`);
}

/** In the order the queries number them. */
export function chosenBy({ areaId, phase, sector, type, organisationIds }: ChosenOrganisations): (string | readonly string[] | null)[] {
  return [areaId ?? null, phase ?? null, sector ?? null, type ?? null, organisationIds ?? null];
}
