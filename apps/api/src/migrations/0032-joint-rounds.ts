import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addedByBusinessUnit, tenantTable, writtenByBusinessUnit } from './tenant-table';

const BY_BUSINESS_UNIT = "(select app.holds_role('business-unit'))";
const readByPartnership = (table: string) => `create policy whole_partnership on app.${table} as restrictive for select to attest_app using ((select app.sees_whole_partnership()));`;

/**
 * Rounds that partnerships run jointly. Each has its own part of it, its own round and its own rows, and reads no row of another:
 * what a partner learns of the others, the functions of migration 0033 say, and that is all that ever crosses.
 */
export class JointRounds0032 implements MigrationInterface {
  readonly name = 'JointRounds1795305600032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      -- one partnership's part in a joint round
      create table app.joint_round (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        -- the same for all of its partners; no request can name it, so that nobody can name another's
        joint_id uuid not null,
        -- which of them it is: the first began it, and invites the others
        place int not null,
        name text not null,
        -- of the version of the questionnaire that all of them ask
        content_hash text not null,
        round_id uuid,
        state text not null default 'accepted' check (state in ('accepted', 'left')),
        joined_at timestamptz not null,
        left_at timestamptz,
        left_reason text,
        primary key (partnership_id, id),
        unique (partnership_id, joint_id),
        foreign key (partnership_id, round_id) references app.round
      );
      create index on app.joint_round (joint_id);
      create unique index joint_round_once on app.joint_round (partnership_id, round_id) where state = 'accepted';

      -- good for one partnership, whichever is given the code; of the code only a hash
      create table app.joint_invitation (
        partnership_id uuid not null,
        id uuid not null,
        joint_round_id uuid not null,
        for_whom text not null,
        code_hash bytea not null,
        state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
        made_at timestamptz not null,
        expires_at timestamptz not null,
        answered_at timestamptz,
        primary key (partnership_id, id),
        foreign key (partnership_id, joint_round_id) references app.joint_round
      );
      create index on app.joint_invitation (code_hash);
      create index on app.joint_invitation (partnership_id, joint_round_id);

      -- the figures that a partnership lets one partner see, as they were shared; with one partner those of one release, for good
      create table app.joint_share (
        partnership_id uuid not null,
        joint_round_id uuid not null,
        to_place int not null,
        release_id uuid not null,
        content text not null,
        sha256 text not null,
        content_hash text not null,
        -- organisations that the partner knows as well, when this was worked out
        known uuid[] not null,
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null,
        withdrawn_at timestamptz,
        primary key (partnership_id, joint_round_id, to_place),
        foreign key (partnership_id, joint_round_id) references app.joint_round,
        foreign key (partnership_id, release_id) references app.release
      );

      ${tenantTable('joint_round', 'select, update (round_id, state, left_at, left_reason)')}
      ${readByPartnership('joint_round')}
      create policy business_unit_update on app.joint_round as restrictive for update to attest_app using (${BY_BUSINESS_UNIT});
      ${tenantTable('joint_invitation', 'select, insert, update (state, answered_at)')}
      ${readByPartnership('joint_invitation')}
      ${writtenByBusinessUnit('joint_invitation')}
      ${tenantTable('joint_share', 'select, insert, update (content, sha256, content_hash, known, by_person, by_name, at, withdrawn_at)')}
      ${readByPartnership('joint_share')}
      ${addedByBusinessUnit('joint_share')}
      create policy business_unit_update on app.joint_share as restrictive for update to attest_app using (${BY_BUSINESS_UNIT});

      grant select, insert, update on app.joint_round to attest_scope;
      grant select, update on app.joint_invitation, app.joint_share to attest_scope;
      create policy keeping on app.joint_round to attest_scope using (true) with check (true);
      create policy keeping on app.joint_invitation to attest_scope using (true) with check (true);
      create policy keeping on app.joint_share to attest_scope using (true) with check (true);

      set role attest_scope;
      create function app.forget_in_joint_shares() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        update app.joint_share set by_name = new.label where partnership_id = new.partnership_id and by_person = new.person_id;
        return null;
      end $$;
      create function app.my_records_of_joint_shares() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      begin
        return jsonb_build_object('sharedFigures', (
          select jsonb_agg(jsonb_build_object('jointRound', j.name, 'at', s.at, 'name', s.by_name) order by s.at)
          from app.joint_share s join app.joint_round j on j.partnership_id = s.partnership_id and j.id = s.joint_round_id
          where s.by_person = (app.context())[2]::uuid));
      end $$;
      revoke all on function app.forget_in_joint_shares(), app.my_records_of_joint_shares() from public;
      grant execute on function app.forget_in_joint_shares() to attest_owner;
      set role attest_owner;
      create trigger forget_in_joint_shares after insert or update on app.erasure for each row when (new.state = 'done') execute function app.forget_in_joint_shares();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
