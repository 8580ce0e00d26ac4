import { Injectable } from '@nestjs/common';
import { Database } from '@attest/shared/api';

export interface OwnPartRow { readonly id: string; readonly name: string }
export interface FiguresPartnerRow { readonly place: number; readonly name: string; readonly state: 'accepted' | 'left'; readonly shares: boolean; readonly mustShareAgain: boolean }
export interface OwnShareRow { readonly place: number; readonly releaseId: string; readonly by: string; readonly at: Date; readonly withdrawn: boolean }
export interface SharedRow { readonly place: number; readonly name: string; readonly content: string; readonly contentHash: string; readonly at: Date }

export interface NewShareRow {
  readonly jointRoundId: string; readonly place: number; readonly releaseId: string; readonly content: string; readonly sha256: string; readonly contentHash: string;
  readonly known: readonly string[]; readonly at: Date;
}

/** What is shared again is of the same release: that one stays, for good. */
const SHARE = `
  insert into app.joint_share (partnership_id, joint_round_id, to_place, release_id, content, sha256, content_hash, known, by_person, by_name, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (partnership_id, joint_round_id, to_place) do update set content = excluded.content, sha256 = excluded.sha256, content_hash = excluded.content_hash, known = excluded.known,
    by_person = excluded.by_person, by_name = excluded.by_name, at = excluded.at, withdrawn_at = null`;

@Injectable()
export class JointFiguresQueries {
  constructor(private readonly database: Database) {}

  /** This partnership's part of the joint round that the round is run in. */
  partOf(roundId: string): Promise<OwnPartRow | null> {
    return this.database.one("select id, name from app.joint_round where round_id = $1 and state = 'accepted'", [roundId]);
  }

  partners(part: string): Promise<FiguresPartnerRow[]> {
    return this.database.query('select place, name, state, shares, must_share_again as "mustShareAgain" from app.joint_partners() where joint_round_id = $1 order by place', [part]);
  }

  shares(part: string): Promise<OwnShareRow[]> {
    return this.database.query(`
      select to_place as place, release_id as "releaseId", by_name as by, at, withdrawn_at is not null as withdrawn from app.joint_share where joint_round_id = $1`, [part]);
  }

  /** Of the partners that share with this partnership while it shares with them. */
  shared(part: string): Promise<SharedRow[]> {
    return this.database.query('select place, name, content, content_hash as "contentHash", at from app.joint_figures($1)', [part]);
  }

  /** Organisations of this partnership that take part in the other as well. */
  async known(part: string, place: number): Promise<string[]> {
    return (await this.database.one<{ known: string[] }>('select app.joint_known($1, $2) as known', [part, place]))!.known;
  }

  async share({ jointRoundId, place, releaseId, content, sha256, contentHash, known, at }: NewShareRow): Promise<void> {
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(SHARE, [partnershipId, jointRoundId, place, releaseId, content, sha256, contentHash, known, personId, name, at]);
  }

  async withdraw(part: string, place: number, now: Date): Promise<boolean> {
    const rows = await this.database.query('update app.joint_share set withdrawn_at = $3 where joint_round_id = $1 and to_place = $2 and withdrawn_at is null returning to_place', [part, place, now]);
    return rows.length === 1;
  }
}
