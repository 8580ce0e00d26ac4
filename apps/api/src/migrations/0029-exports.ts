import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table';

/** What is taken away: files that are made in the background, who took them and why, and what people saved of how they were made. */
export class Exports0029 implements MigrationInterface {
  readonly name = 'Exports1795305600029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_scope;
      create function app.calling_person() returns uuid language plpgsql stable security definer set search_path = '' as
        $$ begin return (app.context())[2]; end $$;
      revoke all on function app.calling_person() from public;
      grant execute on function app.calling_person() to attest_app;

      set role attest_owner;
      create table app.export (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        round_id uuid not null,
        preset text not null,
        audience text not null,
        -- what is in it: parts, layer, format and the organisations chosen
        wanted jsonb not null,
        reason text not null,
        asked_by uuid not null,
        asked_by_name text not null,
        asked_at timestamptz not null default now(),
        state text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'expired')),
        -- why nothing came of it, in a sentence
        problem text not null default '',
        total int not null default 0,
        done int not null default 0,
        file_name text not null default '',
        bytes bigint,
        sha256 text,
        finished_at timestamptz,
        expires_at timestamptz,
        primary key (partnership_id, id),
        foreign key (partnership_id, round_id) references app.round
      );
      create index on app.export (partnership_id, asked_at);
      create table app.export_piece (
        partnership_id uuid not null,
        export_id uuid not null,
        seq int not null,
        bytes bytea not null,
        primary key (partnership_id, export_id, seq),
        foreign key (partnership_id, export_id) references app.export
      );
      -- a zip is as small as it gets
      alter table app.export_piece alter column bytes set storage external;
      create table app.export_taken (
        partnership_id uuid not null,
        id uuid not null,
        export_id uuid not null,
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null default now(),
        primary key (partnership_id, id),
        foreign key (partnership_id, export_id) references app.export
      );
      create index on app.export_taken (partnership_id, export_id);
      create table app.saved_export (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        person_id uuid not null references app.person,
        name text not null,
        wanted jsonb not null,
        saved_at timestamptz not null default now(),
        primary key (partnership_id, id),
        unique (partnership_id, person_id, name)
      );

      ${tenantTable('export', 'select, insert, update (state, problem, total, done, file_name, bytes, sha256, finished_at, expires_at)')}
      ${tenantTable('export_piece', 'select, insert, delete')}
      ${tenantTable('export_taken', 'select, insert')}
      ${tenantTable('saved_export', 'select, insert, delete')}
      -- whoever asked for it, and the business unit, which answers for what leaves the partnership
      create policy asker on app.export as restrictive to attest_app
        using (asked_by = (select app.calling_person()) or (select app.holds_role('business-unit')));
      create policy own on app.export as restrictive for insert to attest_app with check (asked_by = (select app.calling_person()));
      do $$ declare t text; begin
        foreach t in array array['export_piece', 'export_taken'] loop
          execute format('create policy asker on app.%I as restrictive to attest_app using (exists (select from app.export e where e.partnership_id = %I.partnership_id and e.id = %I.export_id))', t, t, t);
        end loop;
      end $$;
      create policy own on app.export_taken as restrictive for insert to attest_app with check (by_person = (select app.calling_person()));
      create policy own on app.saved_export as restrictive to attest_app using (person_id = (select app.calling_person()));

      grant select, update on app.export, app.export_taken to attest_scope;
      grant select, delete on app.export_piece, app.saved_export to attest_scope;
      do $$ declare t text; begin
        foreach t in array array['export', 'export_piece', 'export_taken', 'saved_export'] loop
          execute format('create policy scope on app.%I to attest_scope using (true) with check (true)', t);
        end loop;
      end $$;

      set role attest_scope;
      -- for whom a job works: they alone, and only while they still have a role that takes things away
      create function app.export_asker(which uuid) returns table (partnership_id uuid, person_id uuid, name text, email text, roles text[])
      language plpgsql stable security definer set search_path = '' as $$
      begin
        return query
          select e.partnership_id, e.asked_by, p.name, p.email, array_agg(m.role order by m.role)
          from app.export e
          join app.person p on p.id = e.asked_by and p.deactivated_at is null
          join app.membership m on m.partnership_id = e.partnership_id and m.person_id = p.id and m.organisation_id is null and m.ended_at is null
          where e.id = which and e.state in ('waiting', 'running')
          group by e.partnership_id, e.asked_by, p.name, p.email;
      end $$;
      create function app.end_export(which uuid, by_when timestamptz, why text) returns void language plpgsql volatile security definer set search_path = '' as $$
      declare e app.export;
      begin
        update app.export x set problem = case when x.state = 'ready' then '' else why end, state = case when x.state = 'ready' then 'expired' else 'failed' end,
          finished_at = coalesce(x.finished_at, by_when)
        where x.id = which and (x.state in ('waiting', 'running') or x.state = 'ready' and x.expires_at <= by_when) returning * into e;
        delete from app.export_piece f where f.partnership_id = e.partnership_id and f.export_id = e.id;
      end $$;
      -- a file that names somebody who is erased is destroyed with them
      create function app.forget_in_exports() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        update app.export set asked_by_name = new.label where partnership_id = new.partnership_id and asked_by = new.person_id;
        update app.export_taken set by_name = new.label where partnership_id = new.partnership_id and by_person = new.person_id;
        delete from app.saved_export where partnership_id = new.partnership_id and person_id = new.person_id;
        delete from app.export_piece where partnership_id = new.partnership_id;
        update app.export set state = 'expired' where partnership_id = new.partnership_id and state = 'ready';
        return null;
      end $$;
      create function app.my_records_of_exports() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      declare me uuid := (app.context())[2]::uuid;
      begin
        return jsonb_build_object(
          'exports', (select jsonb_agg(jsonb_build_object('at', e.asked_at, 'preset', e.preset, 'audience', e.audience, 'reason', e.reason, 'name', e.asked_by_name) order by e.asked_at, e.id)
            from app.export e where e.asked_by = me),
          'exportsTaken', (select jsonb_agg(jsonb_build_object('at', t.at, 'export', t.export_id, 'name', t.by_name) order by t.at, t.id) from app.export_taken t where t.by_person = me),
          'savedExports', (select jsonb_agg(jsonb_build_object('name', s.name, 'wanted', s.wanted, 'at', s.saved_at) order by s.saved_at, s.id) from app.saved_export s where s.person_id = me));
      end $$;
      revoke all on function app.export_asker(uuid), app.end_export(uuid, timestamptz, text), app.forget_in_exports(), app.my_records_of_exports() from public;
      grant execute on function app.export_asker(uuid), app.end_export(uuid, timestamptz, text) to attest_app;
      grant execute on function app.forget_in_exports() to attest_owner;
      set role attest_owner;
      create trigger forget_in_exports after insert or update of state on app.erasure for each row when (new.state = 'done') execute function app.forget_in_exports();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
