import { Injectable } from '@nestjs/common';
import { daysUntil, isHandedIn } from '@attest/domain/lifecycle';
import type { Answers, OrganisationProfile } from '@attest/domain/questionnaire';
import { Clock, Database, notFound } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { answersIn, levelOn } from './answers';
import { EarlierAnswers, carriedView } from './carry/earlier-answers';
import { MyDrafts } from './drafts/my-drafts';
import { disposed } from './disposed';
import { ReadingService } from './evidence/reading.service';
import { closedBecause, lastDay, mayRead, movesOf } from './moves';
import { LEVELS_OF_RETURN } from './ratings/ratings.queries';
import type { LastReturn } from './memory/last-answers';
import { contentOf, profileOf } from './return-view';
import { RequestedService } from './sharing/requested.service';
import { stepViews } from './signing/signing-view';
import type { SubmissionSummary, SubmissionView } from './submissions.dto';
import { HASHES, LAST_RETURN, RETURNS_OF_ORGANISATIONS, WHOLE_RETURN, type HashRow, type LastReturnRow, type RatingRow, type ReturnRow, type SummaryRow, type WholeReturnRow } from './submissions.queries';

/** A return as the domain reads it. */
export interface ReturnContents {
  readonly row: WholeReturnRow;
  readonly version: TemplateVersion;
  readonly profile: OrganisationProfile;
  readonly answers: Answers;
}

@Injectable()
export class SubmissionsService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
    private readonly earlier: EarlierAnswers,
    private readonly evidence: ReadingService,
    private readonly requested: RequestedService,
    private readonly clock: Clock,
    private readonly drafts: MyDrafts,
  ) {}

  /** The returns of the organisations this person belongs to; those who look after the whole partnership have none of their own. */
  async mine(): Promise<SubmissionSummary[]> {
    const { memberships, partnershipId } = this.database.caller;
    const organisations = memberships.filter((membership) => membership.partnershipId === partnershipId).flatMap(({ organisationId }) => organisationId ?? []);
    if (organisations.length === 0) return [];
    const rows = await this.database.query<SummaryRow>(RETURNS_OF_ORGANISATIONS, [organisations]);
    const summaries: SubmissionSummary[] = [];
    for (const row of waitingFirst(rows, this.clock.today())) summaries.push(await this.summary(row));
    return summaries;
  }

  async read(id: string): Promise<SubmissionView> {
    const row = await this.wholeReturn(id);
    const version = await this.templates.pinned(row.template_version_id);
    const { template } = version;
    const today = this.clock.today();
    const earlier = await this.earlier.of(row, version);
    const content = contentOf(row, version, await this.lastReturn(row), await this.sealedLevels(row), earlier, await this.evidence.shownIn(id));
    return {
      id, state: row.state, reference: row.reference,
      round: { id: row.round_id, name: row.round_name },
      organisation: { id: row.organisation_id, name: row.organisation_name },
      audience: template.audience, title: template.title, edition: template.edition, purpose: template.purpose, legalBasis: [...template.legalBasis],
      dueOn: row.due_on, finalOn: lastDay(row), daysLeft: daysUntil(row.due_on, today),
      lastSavedAt: row.last_saved_at?.toISOString() ?? null,
      ...content, blockers: [...content.blockers, ...await this.requested.blockersOf(id, content.sections.flatMap(({ questions }) => questions))], setAside: earlier.map(({ view }) => view),
      ...(await this.edition(row)),
      declarationRole: template.declaration.role, declaration: template.declaration.wording,
      signOff: template.signOff ? stepViews(template, row) : [],
      reopened: row.state === 'reopened' && row.reopened_until !== null ? { until: row.reopened_until, questionIds: row.reopened_questions ? [...row.reopened_questions] : null } : null,
      closedBecause: closedBecause(row, today), keptDrafts: row.has_drafts ? await this.drafts.of(id) : [],
      moves: movesOf(this.database.caller, row, template, today),
    };
  }

  /** For those who may read it. */
  async contents(id: string): Promise<ReturnContents> {
    const row = await this.wholeReturn(id);
    const version = await this.templates.pinned(row.template_version_id);
    return { row, version, profile: profileOf(row, version.template), answers: answersIn(row.answers, version.questions, row.evidence) };
  }

  /** The return with its answers, for those who may read it. */
  async wholeReturn(id: string): Promise<WholeReturnRow> {
    const row = await this.database.one<WholeReturnRow>(WHOLE_RETURN, [id]);
    if (!row || !mayRead(this.database.caller, row)) throw notFound();
    this.database.note({ organisationId: row.organisation_id });
    if (row.disposed_on) throw disposed(row, await this.database.query<HashRow>(HASHES, [id]));
    return row;
  }

  /** What the same organisation, or the school it followed, handed in the round before. */
  async lastReturn({ template_version_id, previous_round_id, organisation_id, predecessor_id }: WholeReturnRow): Promise<LastReturn | null> {
    if (previous_round_id === null) return null;
    const row = await this.database.one<LastReturnRow>(LAST_RETURN, [previous_round_id, organisation_id, predecessor_id]);
    if (!row) return null;
    const [now, version] = [await this.templates.pinned(template_version_id), await this.templates.pinned(row.template_version_id)];
    const way = now.id === version.id ? [now] : await this.templates.wayBack(now, version);
    return { row, version, way: way?.map(({ template }) => template) ?? null, shown: this.evidence.byQuestion(row.shown), own: row.organisation_id === organisation_id };
  }

  /** `null` before it is handed in. */
  private async sealedLevels(row: WholeReturnRow): Promise<readonly RatingRow[] | null> {
    return isHandedIn(row.state) ? this.database.query<RatingRow>(LEVELS_OF_RETURN, [row.id]) : null;
  }

  private async summary(row: SummaryRow): Promise<SubmissionSummary> {
    const { template } = await this.templates.pinned(row.template_version_id);
    const today = this.clock.today();
    return {
      id: row.id, state: row.state, reference: row.reference, audience: template.audience,
      round: { id: row.round_id, name: row.round_name },
      organisation: { id: row.organisation_id, name: row.organisation_name },
      dueOn: row.due_on, finalOn: lastDay(row), daysLeft: daysUntil(row.due_on, today),
      answered: row.answered, required: row.required,
      lastSavedAt: row.last_saved_at?.toISOString() ?? null, submittedAt: row.submitted_at?.toISOString() ?? null,
      result: levelOn(template, template.scoring.resultScale, row.result),
      ...(await this.edition(row)),
      moves: movesOf(this.database.caller, row, template, today),
    };
  }

  /** Which questions are asked, and whether they have changed since the return was begun. */
  private async edition({ template_version_id: versionId, carried }: ReturnRow): Promise<Pick<SubmissionSummary, 'versionId' | 'follows' | 'carried'>> {
    const { template } = await this.templates.pinned(versionId);
    return { versionId, follows: template.follows ?? null, carried: carried && carriedView(carried, await this.templates.pinned(carried.from_version_id)) };
  }
}

/** Those that still take answers by due date, then the past, newest first. */
function waitingFirst(rows: readonly SummaryRow[], today: string): SummaryRow[] {
  const byDate = rows.toSorted((one, other) => compare(one.due_on, other.due_on) || compare(one.organisation_name, other.organisation_name));
  const waits = (row: SummaryRow) => closedBecause(row, today) === null;
  return [...byDate.filter(waits), ...byDate.filter((row) => !waits(row)).reverse()];
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
