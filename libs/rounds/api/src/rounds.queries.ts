import { Injectable } from '@nestjs/common';
import type { RoundState, SubmissionState } from '@attest/domain/lifecycle';
import type { OrganisationKind, Phase, Sector } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';
import type { Audience } from './rounds.dto';

export interface RoundRow {
  readonly id: string; readonly name: string; readonly reference: string; readonly state: RoundState;
  readonly opensOn: string; readonly dueOn: string; readonly finalOn: string; readonly audience: Audience;
  readonly denominator: number | null; readonly denominatorOn: string | null; readonly submitted: number;
  readonly versionId: string; readonly code: string; readonly title: string; readonly edition: string; readonly kind: OrganisationKind;
  readonly previousId: string | null; readonly previousName: string | null;
}

export interface MemberRow {
  readonly organisationId: string; readonly organisationName: string; readonly area: string | null;
  readonly phase: Phase | null; readonly sector: Sector | null; readonly exempt: boolean;
  readonly submissionId: string; readonly state: SubmissionState; readonly answered: number; readonly required: number;
  readonly lastSavedAt: Date | null; readonly submittedAt: Date | null;
  /** By the calendar of England. */
  readonly submittedOn: string | null;
  /** Until when it takes answers again, where it was opened again. */
  readonly reopenedUntil: string | null;
  /** Steps whose signature stands, while it is being signed. */
  readonly signed: readonly string[] | null;
}

export interface NewRoundRow {
  readonly id: string; readonly versionId: string; readonly name: string; readonly reference: string;
  readonly opensOn: string; readonly dueOn: string; readonly finalOn: string; readonly audience: Audience; readonly previousId: string | null;
}

const ROUNDS = `
  select r.id, r.name, r.reference, r.state, r.opens_on::text as "opensOn", r.due_on::text as "dueOn", r.final_on::text as "finalOn", r.audience,
    r.denominator - (select count(*)::int from app.round_member m where m.partnership_id = r.partnership_id and m.round_id = r.id and m.exempt_reason is not null) as denominator, r.denominator_on::text as "denominatorOn", v.id as "versionId", t.code, v.title, v.edition, t.audience as kind,
    before.id as "previousId", before.name as "previousName",
    (select count(*)::int from app.submission s
      where s.partnership_id = r.partnership_id and s.round_id = r.id and s.state in ('submitted', 'accepted') and s.round_member_id not in
        (select m.id from app.round_member m where m.partnership_id = r.partnership_id and m.round_id = r.id and m.exempt_reason is not null)) as submitted
  from app.round r
  join app.template_version v on v.partnership_id = r.partnership_id and v.id = r.template_version_id
  join app.template t on t.partnership_id = v.partnership_id and t.id = v.template_id
  left join app.round before on before.partnership_id = r.partnership_id and before.id = r.previous_round_id`;

/** Planning it takes longer than answering it. */
const ONE_ROUND = { name: 'one round', text: `${ROUNDS} where r.id = $1` };

@Injectable()
export class RoundsQueries {
  constructor(private readonly database: Database) {}

  list(): Promise<RoundRow[]> {
    return this.database.query(`${ROUNDS} order by r.opens_on desc, r.created_at desc, r.id`);
  }

  async find(id: string): Promise<RoundRow | null> {
    const [row] = await this.database.prepared<RoundRow>(ONE_ROUND, [id]);
    return row ?? null;
  }

  async areaIds(): Promise<string[]> {
    return (await this.database.query<{ id: string }>('select id from app.area')).map(({ id }) => id);
  }

  async nameIsTaken(name: string): Promise<boolean> {
    return (await this.database.one('select from app.round where lower(name) = lower($1)', [name])) !== null;
  }

  async references(): Promise<string[]> {
    return (await this.database.query<{ reference: string }>('select reference from app.round')).map(({ reference }) => reference);
  }

  /** The round before: the latest with the same questionnaire that was over when this one opens. */
  async previous(code: string, opensOn: string): Promise<string | null> {
    const row = await this.database.one<{ id: string }>(`
      select r.id from app.round r
      join app.template_version v on v.partnership_id = r.partnership_id and v.id = r.template_version_id
      join app.template t on t.partnership_id = v.partnership_id and t.id = v.template_id
      where t.code = $1 and r.final_on < $2 and r.state <> 'draft'
      order by r.opens_on desc, r.created_at desc limit 1`, [code, opensOn]);
    return row?.id ?? null;
  }

  async insert({ id, versionId, name, reference, opensOn, dueOn, finalOn, audience, previousId }: NewRoundRow): Promise<void> {
    await this.database.query(`
      insert into app.round (partnership_id, id, template_version_id, name, reference, opens_on, due_on, final_on, audience, previous_round_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [this.database.caller.partnershipId, id, versionId, name, reference, opensOn, dueOn, finalOn, JSON.stringify(audience), previousId]);
  }

  /** Only from the state it is believed to be in, so that of two callers at once one is too late. */
  async move(id: string, from: RoundState, to: RoundState): Promise<boolean> {
    const rows = await this.database.query('update app.round set state = $3 where id = $1 and state = $2 returning id', [id, from, to]);
    return rows.length === 1;
  }

  /** A round that is opened early has its opening date moved forward to that day. */
  async countDenominator(id: string, denominator: number, on: string): Promise<void> {
    await this.database.query('update app.round set denominator = $2, denominator_on = $3, opens_on = least(opens_on, $3) where id = $1', [id, denominator, on]);
  }

  members(roundId: string): Promise<MemberRow[]> {
    return this.database.query(`
      select m.organisation_id as "organisationId", m.organisation_name as "organisationName", m.area_name as area, m.phase, m.sector,
        m.exempt_reason is not null as exempt, s.id as "submissionId", s.state, s.answered, s.required,
        s.last_saved_at as "lastSavedAt", s.submitted_at as "submittedAt", (s.submitted_at at time zone 'Europe/London')::date::text as "submittedOn",
        s.reopened_until::text as "reopenedUntil",
        case when s.state = 'signing' then array(select g.step from app.signature g where g.partnership_id = s.partnership_id and g.submission_id = s.id and g.voided_at is null) end as signed
      from app.round_member m
      join app.submission s on s.partnership_id = m.partnership_id and s.round_id = m.round_id and s.round_member_id = m.id
      where m.round_id = $1`, [roundId]);
  }
}
