import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table';

const writes = "((select app.holds_role('business-unit')) or (select app.holds_role('qp-member')))";

/** What the Q&P group makes of a round, in words of its own. */
export class Findings0028 implements MigrationInterface {
  readonly name = 'Findings1795305600028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.finding (
        partnership_id uuid not null,
        id uuid not null,
        round_id uuid not null,
        words text not null,
        -- what it is about; null where it is about the round as a whole
        standard_key text,
        question_id uuid,
        place int not null,
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null,
        primary key (partnership_id, id),
        foreign key (partnership_id, round_id) references app.round,
        foreign key (partnership_id, question_id) references app.question
      );
      create index on app.finding (partnership_id, round_id);

      ${tenantTable('finding', 'select, insert, update (words, place, by_person, by_name, at), delete')}
      create policy whole_partnership on app.finding as restrictive to attest_app using ((select app.sees_whole_partnership()));
      create policy written on app.finding as restrictive for insert to attest_app with check ${writes};
      create policy rewritten on app.finding as restrictive for update to attest_app using ${writes};
      create policy removed on app.finding as restrictive for delete to attest_app using ${writes};

      grant select, update on app.finding to attest_scope;
      create policy keeping on app.finding to attest_scope using (true) with check (true);
      set role attest_scope;
      create function app.forget_in_findings() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        update app.finding set by_name = new.label where partnership_id = new.partnership_id and by_person = new.person_id;
        return null;
      end $$;
      create function app.my_records_of_findings() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      begin
        return jsonb_build_object('findings', (
          select jsonb_agg(jsonb_build_object('round', r.name, 'words', f.words, 'at', f.at, 'name', f.by_name) order by f.at, f.id)
          from app.finding f join app.round r on r.partnership_id = f.partnership_id and r.id = f.round_id
          where f.by_person = (app.context())[2]::uuid));
      end $$;
      revoke all on function app.forget_in_findings(), app.my_records_of_findings() from public;
      grant execute on function app.forget_in_findings() to attest_owner;
      set role attest_owner;
      create trigger forget_in_findings after insert or update on app.erasure for each row when (new.state = 'done') execute function app.forget_in_findings();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
