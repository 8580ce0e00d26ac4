import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amongColleagues } from './0020-sharing';
import { tenantTable } from './tenant-table';

/** Who has a return open at the moment. Unlogged: it is over within a minute, and a crash may take it along. */
export class Presence0020 implements MigrationInterface {
  readonly name = 'Presence1795305600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      create unlogged table app.presence (
        partnership_id uuid not null,
        submission_id uuid not null,
        person_id uuid not null,
        organisation_id uuid not null,
        person_name text not null,
        -- whose answer they are at
        question_id uuid,
        seen_at timestamptz not null default now(),
        primary key (partnership_id, submission_id, person_id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );
      ${tenantTable('presence', 'select, insert, update (person_name, question_id, seen_at), delete')}
      ${amongColleagues('presence')}

      set role attest_scope;
      create function app.forget_presence() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        delete from app.presence p where p.partnership_id = new.partnership_id and p.person_id = new.person_id;
        return null;
      end $$;
      revoke all on function app.forget_presence() from public;
      grant execute on function app.forget_presence() to attest_owner;
      set role attest_owner;
      create trigger forget_presence after insert or update of state on app.erasure
        for each row when (new.state = 'done') execute function app.forget_presence();
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
