import { Injectable } from '@nestjs/common';
import type { Template } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';

export interface JointRow {
  readonly id: string; readonly name: string; readonly state: 'accepted' | 'left'; readonly place: number; readonly contentHash: string;
  readonly title: string | null; readonly edition: string | null; readonly versionId: string | null;
  readonly roundId: string | null; readonly roundName: string | null; readonly hasShared: boolean;
}
export interface PartnerRow { readonly id: string; readonly place: number; readonly name: string; readonly state: 'accepted' | 'left'; readonly hasRound: boolean; readonly shares: boolean }
export interface InvitationRow { readonly id: string; readonly jointRoundId: string; readonly forWhom: string; readonly state: 'open' | 'accepted' | 'declined' | 'withdrawn'; readonly expiresAt: Date; readonly answeredAt: Date | null }
export interface OfferRow { readonly name: string; readonly by: string; readonly contentHash: string; readonly editions: readonly Template[] }
export interface NamedRow { readonly id: string; readonly name: string }

const JOINT = `
  select j.id, j.name, j.state, j.place, j.content_hash as "contentHash", v.title, v.edition, v.id as "versionId", r.id as "roundId", r.name as "roundName",
    exists (select from app.joint_share s where s.partnership_id = j.partnership_id and s.joint_round_id = j.id) as "hasShared"
  from app.joint_round j
  left join app.round r on r.partnership_id = j.partnership_id and r.id = j.round_id
  left join lateral (select * from app.template_version v where v.partnership_id = j.partnership_id and v.content_hash = j.content_hash and v.state in ('published', 'retired') order by v.published_at limit 1) v on true`;

@Injectable()
export class JointQueries {
  constructor(private readonly database: Database) {}

  list(): Promise<JointRow[]> {
    return this.database.query(`${JOINT} order by j.joined_at desc, j.id`);
  }

  find(id: string): Promise<JointRow | null> {
    return this.database.one(`${JOINT} where j.id = $1`, [id]);
  }

  partners(): Promise<PartnerRow[]> {
    return this.database.query('select joint_round_id as id, place, name, state, has_round as "hasRound", shares from app.joint_partners() order by place');
  }

  invitations(): Promise<InvitationRow[]> {
    return this.database.query(`
      select id, joint_round_id as "jointRoundId", for_whom as "forWhom", state, expires_at as "expiresAt", answered_at as "answeredAt" from app.joint_invitation order by made_at, id`);
  }

  /** Rounds on a version of this content that are in no joint round now. */
  rounds(contentHash: string): Promise<NamedRow[]> {
    return this.database.query(`
      select r.id, r.name from app.round r join app.template_version v on v.partnership_id = r.partnership_id and v.id = r.template_version_id
      where v.content_hash = $1 and not exists (select from app.joint_round j where j.partnership_id = r.partnership_id and j.round_id = r.id and j.state = 'accepted')
      order by r.opens_on desc, r.name`, [contentHash]);
  }

  /** Whether a round is there, and free to be run jointly. */
  async roundState(id: string): Promise<'free' | 'joint' | null> {
    const row = await this.database.one<{ joint: boolean }>(`
      select exists (select from app.joint_round j where j.partnership_id = r.partnership_id and j.round_id = r.id and j.state = 'accepted') as joint from app.round r where r.id = $1`, [id]);
    return row && (row.joint ? 'joint' : 'free');
  }

  async begin(id: string, name: string, roundId: string, now: Date): Promise<void> {
    await this.database.query('select app.begin_joint_round($1, $2, $3, $4)', [id, name, roundId, now]);
  }

  async invite(id: string, jointRoundId: string, forWhom: string, codeHash: Buffer, now: Date, expires: Date): Promise<void> {
    await this.database.query(`
      insert into app.joint_invitation (partnership_id, id, joint_round_id, for_whom, code_hash, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [this.database.caller.partnershipId, id, jointRoundId, forWhom, codeHash, now, expires]);
  }

  async withdrawInvitation(id: string, jointRoundId: string, now: Date): Promise<boolean> {
    const rows = await this.database.query("update app.joint_invitation set state = 'withdrawn', answered_at = $3 where id = $1 and joint_round_id = $2 and state = 'open' returning id", [id, jointRoundId, now]);
    return rows.length === 1;
  }

  offer(codeHash: Buffer, now: Date): Promise<OfferRow | null> {
    return this.database.one('select name, by_name as by, content_hash as "contentHash", editions from app.look_at_joint_invitation($1, $2)', [codeHash, now]);
  }

  /** Accepted: the identifier of the part that the partnership has in it now; null where the code is good no more. */
  async accept(codeHash: Buffer, id: string, roundId: string | null, now: Date): Promise<string | null> {
    return (await this.database.one<{ id: string | null }>('select app.answer_joint_invitation($1, $2, $3, $4) as id', [codeHash, id, roundId, now]))!.id;
  }

  async decline(codeHash: Buffer, now: Date): Promise<boolean> {
    return (await this.database.one<{ id: string | null }>('select app.answer_joint_invitation($1, null, null, $2) as id', [codeHash, now]))!.id !== null;
  }

  async chooseRound(id: string, roundId: string): Promise<void> {
    await this.database.query('update app.joint_round set round_id = $2 where id = $1', [id, roundId]);
  }

  /** What was shared is withdrawn, and what was offered. False when somebody was quicker. */
  async leave(id: string, reason: string, now: Date): Promise<boolean> {
    const rows = await this.database.query("update app.joint_round set state = 'left', left_at = $3, left_reason = $2 where id = $1 and state = 'accepted' returning id", [id, reason, now]);
    await this.database.query('update app.joint_share set withdrawn_at = $2 where joint_round_id = $1 and withdrawn_at is null', [id, now]);
    await this.database.query("update app.joint_invitation set state = 'withdrawn', answered_at = $2 where joint_round_id = $1 and state = 'open'", [id, now]);
    return rows.length === 1;
  }
}
