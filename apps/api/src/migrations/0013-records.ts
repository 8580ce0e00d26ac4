import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DISPOSING } from './0013-disposal-functions';
import { ERASING, OWN_RECORDS } from './0013-person-functions';
import { tenantTable } from './tenant-table';

/** Reached by nobody but the business unit, whatever it is about: stronger than keeping organisations apart. */
const keptByBusinessUnit = (table: string, grants: string) => `
  ${tenantTable(table, grants)}
  create policy business_unit on app.${table} as restrictive to attest_app using ((select app.holds_role('business-unit')));
  create policy scope on app.${table} to attest_scope using (true) with check (true);
`;

/** Keeping the law: how long things are kept, what is held back, disposals, people who ask to be forgotten, and copies of everything. */
export class Records0013 implements MigrationInterface {
  readonly name = 'Records1795305600013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      alter table app.submission add column disposed_on date;
      alter table app.person add column erased_at timestamptz;
      -- a name alone does not say whose it was once two people have had it
      alter table app.register_import add column uploaded_by_id uuid, add column applied_by_id uuid;

      create table app.retention_period (
        partnership_id uuid not null references app.partnership,
        kind text not null,
        months int not null check (months > 0),
        changed_by uuid not null,
        changed_by_name text not null,
        changed_at timestamptz not null default now(),
        primary key (partnership_id, kind)
      );
      -- on an organisation, a round, one return (both) or everything (neither)
      create table app.legal_hold (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        on_organisation_id uuid references app.organisation,
        on_round_id uuid,
        reason text not null,
        placed_by uuid not null,
        placed_by_name text not null,
        placed_at timestamptz not null default now(),
        lifted_by uuid,
        lifted_by_name text,
        lifted_at timestamptz,
        primary key (partnership_id, id),
        foreign key (partnership_id, on_round_id) references app.round
      );
      create table app.disposal (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        asked_by uuid not null,
        asked_by_name text not null,
        asked_at timestamptz not null default now(),
        as_of date not null,
        -- the last day of each kind that was due: what was previewed is what is disposed of
        cut_offs jsonb not null,
        state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
        total int not null,
        done int not null default 0,
        counts jsonb not null default '{}',
        finished_at timestamptz,
        primary key (partnership_id, id)
      );
      -- one at a time
      create unique index on app.disposal (partnership_id) where state in ('waiting', 'running');
      create table app.erasure (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        person_id uuid not null references app.person,
        asked_at timestamptz not null default now(),
        state text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
        label text,
        reason text,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        primary key (partnership_id, id)
      );
      create unique index on app.erasure (partnership_id, person_id) where state = 'waiting';
      create table app.record_export (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        reason text not null,
        asked_by uuid not null,
        asked_by_name text not null,
        asked_at timestamptz not null default now(),
        state text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed', 'expired')),
        total int not null default 0,
        done int not null default 0,
        bytes bigint,
        sha256 text,
        finished_at timestamptz,
        expires_at timestamptz,
        primary key (partnership_id, id)
      );
      create table app.export_file (
        partnership_id uuid not null,
        export_id uuid not null,
        seq int not null,
        bytes bytea not null,
        primary key (partnership_id, export_id, seq),
        foreign key (partnership_id, export_id) references app.record_export
      );
      -- a zip is as small as it gets
      alter table app.export_file alter column bytes set storage external;
      create table app.export_download (
        partnership_id uuid not null,
        id uuid not null,
        export_id uuid not null,
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null default now(),
        primary key (partnership_id, id),
        foreign key (partnership_id, export_id) references app.record_export
      );

      ${keptByBusinessUnit('retention_period', 'select, insert, update (months, changed_by, changed_by_name, changed_at), delete')}
      ${keptByBusinessUnit('legal_hold', 'select, insert, update (lifted_by, lifted_by_name, lifted_at)')}
      ${keptByBusinessUnit('disposal', 'select, insert, update (state, done, counts, finished_at)')}
      ${keptByBusinessUnit('erasure', 'select, update (state, reason, decided_by, decided_by_name, decided_at)')}
      ${keptByBusinessUnit('record_export', 'select, insert, update (state, total, done, bytes, sha256, finished_at, expires_at)')}
      ${keptByBusinessUnit('export_file', 'select, insert, delete')}
      ${keptByBusinessUnit('export_download', 'select, insert')}
      -- a decision is not taken twice
      create policy undecided on app.erasure as restrictive for update to attest_app using (state = 'waiting') with check (true);
      create policy unlifted on app.legal_hold as restrictive for update to attest_app using (lifted_at is null) with check (true);

      grant select, insert, update, delete on app.erasure to attest_scope;
      grant select, update, delete on app.retention_period, app.legal_hold, app.disposal, app.record_export, app.export_file, app.export_download to attest_scope;

      -- disposal and erasure work with the rights of attest_scope: the application itself deletes nothing
      do $$ declare t text; begin
        foreach t in array array['submission', 'answer', 'answer_event', 'rating', 'submission_snapshot', 'register_import'] loop
          execute format('create policy keeping on app.%I to attest_scope using (true) with check (true); grant select, update, delete on app.%I to attest_scope;', t, t);
        end loop;
      end $$;
      create policy keeping on app.template_version to attest_scope using (true) with check (true);
      create policy keeping on app.template_edit to attest_scope using (true) with check (true);
      grant select, update on app.template_version, app.template_edit to attest_scope;
      -- as in migration 0012, but for the name of whoever is erased
      create or replace function app.keep_published() returns trigger language plpgsql set search_path = '' as $$
      declare free text[] := array['state'] || case when current_user = 'attest_scope' then array['changed_by'] else '{}' end;
      begin
        if old.state in ('published', 'retired') and (tg_op = 'DELETE' or new.state not in ('published', 'retired') or to_jsonb(new) - free <> to_jsonb(old) - free) then
          raise exception 'a published version never changes: make a new one' using errcode = 'AT001';
        end if;
        return coalesce(new, old);
      end $$;
      grant delete on app.mail, app.invitation to attest_scope;
      create policy keeping on app.access_review to attest_scope using (true) with check (true);
      grant select, update on app.access_review to attest_scope;
      create policy scope on app.round to attest_scope using (true);
      create policy scope on app.question to attest_scope using (true);
      grant select on app.round, app.question to attest_scope;

      set role attest_scope;
      ${DISPOSING}
      ${ERASING}
      ${OWN_RECORDS}
      do $$ declare f regprocedure; begin
        for f in select p.oid::regprocedure from pg_catalog.pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname in (
          'due_records', 'due_people', 'dispose_returns', 'dispose_records', 'dispose_person', 'record_asker', 'end_record_work',
          'ask_erasure', 'my_erasures', 'erasure_requests', 'erasure_preview', 'erase', 'erase_here', 'my_records', 'exported_people', 'exported_memberships', 'exported_mail') loop
          execute format('revoke all on function %s from public', f);
          if f::text !~ 'app.erase_here' then execute format('grant execute on function %s to attest_app', f); end if;
        end loop;
      end $$;

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
