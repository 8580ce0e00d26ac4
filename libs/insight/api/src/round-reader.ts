import { Injectable } from '@nestjs/common';
import { carryOver } from '@attest/domain/lineage';
import { decisiveQuestions, sameScale, scaleOf, type Question, type Template } from '@attest/domain/questionnaire';
import { Database, notFound } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { columnsOf, resultScale, type Figures, type LastRound } from './heatmap';
import type { InsightFilters } from './insight.dto';
import {
  ALIKE, EARLIER_VERSIONS, FALLEN_AWAY, MEMBER_NAME, RESPONDENTS, REVISED, ROUND, STANDINGS, LAST_STANDINGS, RATINGS, SUCCESSIONS,
  type AlikeRow, type LastStandingRow, type MemberNameRow, type RatingsRow, type RespondentRow, type RoundRow, type SectionRow, type StandingRow, type SuccessionRow, type VersionRow,
} from './insight.queries';
import { readRespondents, type EarlierEdition, type Respondent } from './respondents';
import type { LookedAt } from './standard-detail';
import { levelsReader, notRated, readStandings, withoutFallenAway, type Standing } from './standings';

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

/** Fetches what figures are made of, so that screens and files are made of the same. */
@Injectable()
export class RoundReader {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
  ) {}

  async round(id: string): Promise<Round> {
    const row = await this.database.one<RoundRow>(ROUND, [id]);
    if (!row) throw notFound();
    return {
      id: row.id, name: row.name, reference: row.reference, partnershipName: row.partnership_name, provisional: row.state !== 'closed',
      edition: await this.templates.version(row.template_version_id),
      last: row.last_id === null ? null : { id: row.last_id, name: row.last_name!, edition: await this.templates.version(row.last_template_version_id!) },
    };
  }

  alike({ id }: Round, filters: InsightFilters): Promise<AlikeRow[]> {
    return this.database.query<AlikeRow>(ALIKE, [id, ...chosenBy(filters)]);
  }

  async figures({ id, edition: { template }, last }: Round, filters: InsightFilters): Promise<Figures> {
    return {
      template, scale: resultScale(template),
      standings: await this.standings(id, template, filters),
      last: last && isComparable(template, last.edition.template) ? await this.lastRound(last.id, template, filters) : null,
      isRevised: revisedReader(await this.database.query<SectionRow>(REVISED, [id])),
    };
  }

  /** Everybody who returned, with their answers to these questions; words come along only for those they are wanted of. */
  async respondents({ id, edition }: Pick<Round, 'id' | 'edition'>, filters: InsightFilters, questions: readonly Question[], words: readonly Question[]): Promise<Respondent[]> {
    const earlier = await this.earlier(id, edition);
    const identifiers = (wanted: readonly Question[], decisive: boolean) => [edition, ...earlier].flatMap((one) => {
      const asked = new Set(wanted.map(({ key }) => key));
      const keys = 'carried' in one ? [...one.carried].flatMap(([from, to]) => (asked.has(to) ? [from] : [])) : [...asked];
      // what is not asked follows from the answers to these
      return [...new Set([...keys, ...(decisive ? decisiveQuestions(one.template) : [])])].flatMap((key) => one.questionIds.get(key) ?? []);
    });
    const rows = await this.database.query<RespondentRow>(RESPONDENTS, [id, ...chosenBy(filters), identifiers(questions, true), identifiers(words, false)]);
    return readRespondents(rows, edition, earlier);
  }

  /** An organisation of the round, whether or not the filters let it through. */
  async lookAt({ id }: Round, organisationId: string, respondents: readonly Respondent[]): Promise<LookedAt> {
    const member = await this.database.one<MemberNameRow>(MEMBER_NAME, [id, organisationId]);
    if (!member) throw notFound();
    return {
      id: organisationId, name: member.organisation_name,
      respondent: respondents.find((one) => one.organisationId === organisationId) ?? null,
    };
  }

  /** The organisation that another one followed, such as the school that an academy was. */
  async predecessors(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<SuccessionRow>(SUCCESSIONS);
    return new Map(rows.map(({ id, predecessor_id }) => [id, predecessor_id]));
  }

  private async earlier(roundId: string, edition: TemplateVersion): Promise<EarlierEdition[]> {
    const rows = await this.database.query<VersionRow>(EARLIER_VERSIONS, [roundId]);
    const found: EarlierEdition[] = [];
    for (const { id } of rows) {
      const then = await this.templates.pinned(id);
      const way = await this.templates.wayBack(edition, then) ?? [];
      const { carried } = carryOver(then.template, edition.template, way.slice(1, -1).map(({ template }) => template));
      found.push({ ...then, carried: new Map(carried.map(({ from, to }) => [from, to])) });
    }
    return found;
  }

  private async standings(id: string, template: Template, filters: InsightFilters): Promise<readonly Standing[]> {
    const rows = await this.database.query<StandingRow>(STANDINGS, [id, ...chosenBy(filters)]);
    const standings = readStandings(rows, await this.levels(id, template));
    const unrated = notRated(standings);
    if (unrated.length === 0) return standings;
    return withoutFallenAway(standings, await this.database.query<SectionRow>(FALLEN_AWAY, [unrated]), columnsOf(template));
  }

  private async lastRound(id: string, template: Template, filters: InsightFilters): Promise<LastRound> {
    const rows = await this.database.query<LastStandingRow>(LAST_STANDINGS, [id, ...chosenBy(filters)]);
    const levelsOf = await this.levels(id, template);
    const levels = new Map(rows.map((row) => [row.organisation_id, levelsOf(row.submission_id)]));
    const predecessors = await this.predecessors();
    return {
      levels: rows.flatMap(({ organisation_id, chosen }) => (chosen ? levels.get(organisation_id)! : [])),
      levelsOf: (organisationId) => levels.get(organisationId) ?? levels.get(predecessors.get(organisationId) ?? '') ?? null,
    };
  }

  /** By the columns of the edition looked at, for the round before too: a standard that was not there then has nothing to compare with. */
  private async levels(id: string, template: Template) {
    const keys = resultScale(template).map(({ key }) => key);
    return levelsReader(await this.database.query<RatingsRow>(RATINGS, [id, keys]), columnsOf(template));
  }
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
function chosenBy({ areaId, phase, sector, type }: InsightFilters): (string | null)[] {
  return [areaId ?? null, phase ?? null, sector ?? null, type ?? null];
}
