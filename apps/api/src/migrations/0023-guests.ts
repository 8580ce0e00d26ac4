import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amongColleagues } from './0020-sharing';
import { ANSWERING, FORGETTING, LINKS } from './0023-guest-functions';
import { tenantTable } from './tenant-table';

/** A colleague without an account answers just what they were given, by a link that ends. */
export class Guests0023 implements MigrationInterface {
  readonly name = 'Guests1795305600023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.guest_link (
        partnership_id uuid not null,
        id uuid not null,
        submission_id uuid not null,
        organisation_id uuid not null,
        question_ids uuid[] not null check (cardinality(question_ids) > 0),
        name text not null,
        email text not null,
        note text not null default '',
        -- of 32 random bytes that only the message holds
        token_hash bytea not null,
        -- the last day on which it opens anything
        until_on date not null,
        given_by uuid not null,
        given_by_name text not null,
        given_at timestamptz not null default now(),
        used_at timestamptz,
        revoked_at timestamptz,
        revoked_by uuid,
        revoked_by_name text,
        forgotten_at timestamptz,
        primary key (partnership_id, id),
        unique (partnership_id, token_hash),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );
      create index on app.guest_link (partnership_id, submission_id);
      create index on app.guest_link (token_hash);
      create index on app.guest_link (id);

      -- written by somebody without an account, whom updated_by and by_person name by their link
      alter table app.answer add column by_guest boolean not null default false;
      alter table app.answer_event add column by_guest boolean not null default false;
      grant update (by_guest) on app.answer to attest_app;

      ${amongColleagues('guest_link')}
      grant insert on app.answer, app.answer_event to attest_scope;
      create policy scope on app.area to attest_scope using (true);
      grant select on app.area to attest_scope;

      set role attest_scope;
      ${LINKS}
      ${ANSWERING}
      ${FORGETTING}
      do $$ declare f regprocedure; begin
        for f in select p.oid::regprocedure from pg_catalog.pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname in (
          'answering_organisations', 'guest_link_of', 'guest', 'guest_label', 'veiled', 'guest_return', 'guest_version', 'lock_for_guest', 'guest_done_before', 'held_guest_link',
          'save_for_guest', 'keep_for_guest', 'rename_guest', 'erase_guest', 'forget_guest', 'forget_in_guests', 'dispose_guests', 'my_records_of_guests') loop
          execute format('revoke all on function %s from public', f);
          if f::text ~ 'app\\.(answering_organisations|guest_link_of|guest_return|guest_version|lock_for_guest|guest_done_before|save_for_guest|keep_for_guest|forget_guest)\\(' then
            execute format('grant execute on function %s to attest_app', f);
          elsif f::text ~ 'app\\.(forget_in_guests|dispose_guests)\\(' then
            execute format('grant execute on function %s to attest_owner', f);
          end if;
        end loop;
      end $$;

      set role attest_owner;
      ${tenantTable('guest_link', 'select, insert, update (revoked_at, revoked_by, revoked_by_name)')}
      -- to give a link is to let somebody answer, so nobody gives one who may not; and nobody in another's name
      create policy given on app.guest_link as restrictive for insert to attest_app
        with check (given_by = ((select app.context())[2])::uuid and organisation_id = any((select app.answering_organisations())::uuid[]));
      create policy revoked on app.guest_link as restrictive for update to attest_app
        using (organisation_id = any((select app.answering_organisations())::uuid[]));

      create trigger forget_in_guests after insert or update of state on app.erasure
        for each row when (new.state = 'done') execute function app.forget_in_guests();
      create trigger dispose_guests after update of disposed_on on app.submission
        for each row when (new.disposed_on is not null) execute function app.dispose_guests();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
