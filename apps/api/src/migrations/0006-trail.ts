import type { MigrationInterface, QueryRunner } from 'typeorm';
import { canonicalEvent } from '../trail/canonical-event';
import { organisationRows, tenantTable } from './tenant-table';

/**
 * Who did what, in an order that cannot be changed afterwards: one chain of hashes for each partnership. The application
 * adds to it through one function and has no other way in; nobody who owns a table can be reached by the application, and a
 * trigger stops even them. An administrator of the server could still get at it: that is what `npm run verify-trail` finds.
 */
export class Trail0006 implements MigrationInterface {
  readonly name = 'Trail1795305600006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      -- the name stands in the chain by its digest, so that it can be forgotten when the law says so and the chain still holds
      create table app.audit_event (
        partnership_id uuid not null,
        seq bigint not null,
        at timestamptz not null,
        person_id uuid,
        actor_label text not null,
        actor_salt bytea,
        actor_digest bytea,
        session_id uuid,
        action text not null,
        route text not null,
        thing_kind text,
        thing_id uuid,
        organisation_id uuid,
        outcome text not null,
        detail jsonb not null,
        previous_hash bytea not null,
        hash bytea not null,
        primary key (partnership_id, seq),
        check ((actor_salt is null) = (actor_digest is not null))
      );
      create index on app.audit_event (partnership_id, organisation_id, seq);
      create index on app.audit_event (partnership_id, person_id, seq);

      -- where each chain ends: whoever cuts events off its end would have to change this too. Written anew with every event,
      -- so most of each page is left free for the next version of a row
      create table app.audit_head (
        partnership_id uuid primary key,
        seq bigint not null,
        hash bytea not null
      ) with (fillfactor = 20);

      ${tenantTable('audit_event', 'select')}
      ${organisationRows('audit_event')}
      ${tenantTable('audit_head', 'select')}
      do $$ declare t text; begin
        foreach t in array array['audit_event', 'audit_head'] loop
          execute format('create policy scope on app.%I to attest_scope using (true) with check (true);
            grant select, insert, update on app.%I to attest_scope;', t, t);
        end loop;
      end $$;

      create function app.keep_trail() returns trigger language plpgsql set search_path = '' as $$
      begin
        -- forgetting a name is the one change there is: its digest takes the place of its salt, and nothing else moves
        if tg_table_name = 'audit_event' and tg_op = 'UPDATE' then
          if old.actor_salt is not null and new.actor_salt is null and new.actor_label = 'Name erased'
            and new.actor_digest = sha256(old.actor_salt || convert_to(old.actor_label, 'UTF8'))
            and to_jsonb(new) - array['actor_label', 'actor_salt', 'actor_digest'] = to_jsonb(old) - array['actor_label', 'actor_salt', 'actor_digest'] then
            return new;
          end if;
        end if;
        raise exception 'the trail is only ever added to' using errcode = 'AT002';
      end $$;
      create trigger keep_trail before update or delete on app.audit_event for each row execute function app.keep_trail();
      create trigger keep_whole_trail before truncate on app.audit_event for each statement execute function app.keep_trail();
      create trigger keep_head before delete on app.audit_head for each row execute function app.keep_trail();
      create trigger keep_head_moving before update on app.audit_head for each row
        when (new.seq <= old.seq or new.partnership_id <> old.partnership_id) execute function app.keep_trail();
      create trigger keep_all_heads before truncate on app.audit_head for each statement execute function app.keep_trail();

      set role attest_scope;

      -- the business unit and the scrutineer read all of it; a lead or an approver what concerns their organisation
      create function app.reads_whole_trail() returns boolean language plpgsql stable security definer set search_path = '' as $$
      begin return app.holds_role('business-unit') or app.holds_role('scrutineer'); end $$;

      create function app.trail_organisations() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
      declare ctx text[] := app.context();
      begin
        return (select array_agg(m.organisation_id) from app.membership m
          where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null
            and m.organisation_id is not null and m.role in ('lead', 'approver'));
      end $$;

      -- the end of the chain is locked from here to the commit, so that there is one order and no gap
      create function app.append_event(pid uuid, person uuid, label text, session uuid, action text, route text,
        thing_kind text, thing uuid, organisation uuid, outcome text, detail jsonb)
      returns void language plpgsql volatile set search_path = '' as $$
      declare
        last app.audit_head;
        e app.audit_event;
      begin
        select * into last from app.audit_head h where h.partnership_id = pid for update;
        if not found then
          insert into app.audit_head select id, 0, decode(repeat('00', 32), 'hex') from app.partnership where id = pid on conflict do nothing;
          select * into last from app.audit_head h where h.partnership_id = pid for update;
          -- a partnership that was not founded after all has no trail
          if not found then return; end if;
        end if;
        e := row(pid, last.seq + 1, clock_timestamp(), person, label, uuid_send(gen_random_uuid()), null, session, action, route,
          thing_kind, thing, organisation, outcome, detail, last.hash, null);
        e.hash := ${canonicalEvent('e')};
        insert into app.audit_event select e.*;
        update app.audit_head h set seq = e.seq, hash = e.hash where h.partnership_id = pid;
      end $$;

      -- who did it is read from the signed context and the people known here, never from what is passed in
      create function app.record(action text, route text, thing_kind text, thing uuid, organisation uuid, outcome text, detail jsonb)
      returns void language plpgsql volatile security definer set search_path = '' as $$
      declare ctx text[] := app.context();
      begin
        if ctx is null then raise exception 'nothing is recorded without a caller' using errcode = '42501'; end if;
        perform app.append_event(ctx[1]::uuid, ctx[2]::uuid,
          coalesce((select p.name from app.person p where p.id = ctx[2]::uuid), 'Somebody unknown'),
          ctx[3]::uuid, action, route, thing_kind, thing, organisation, outcome, detail);
      end $$;

      -- before there is a caller: in the partnership of the session, or else the first one joined. Answers whether there was one
      create function app.record_sign_in(person uuid, session uuid, action text, route text, outcome text, detail jsonb)
      returns boolean language plpgsql volatile security definer set search_path = '' as $$
      declare pid uuid;
      begin
        select s.partnership_id into pid from app.session s where s.id = session and s.person_id = person;
        if pid is null then
          select m.partnership_id into pid from app.membership m where m.person_id = person and m.ended_at is null order by m.since, m.id limit 1;
        end if;
        if pid is null then return false; end if;
        perform app.append_event(pid, person, (select p.name from app.person p where p.id = person), session, action, route,
          'person', person, null, outcome, detail);
        return true;
      end $$;

      -- for the erasure of a person, which is not the application's to decide: no grant
      create function app.erase_from_trail(person uuid) returns bigint language plpgsql volatile security definer set search_path = '' as $$
      declare changed bigint;
      begin
        update app.audit_event e
        set actor_digest = sha256(e.actor_salt || convert_to(e.actor_label, 'UTF8')), actor_salt = null, actor_label = 'Name erased'
        where e.person_id = person and e.actor_salt is not null;
        get diagnostics changed = row_count;
        return changed;
      end $$;

      revoke all on function app.reads_whole_trail(), app.trail_organisations(), app.erase_from_trail(uuid),
        app.append_event(uuid, uuid, text, uuid, text, text, text, uuid, uuid, text, jsonb),
        app.record(text, text, text, uuid, uuid, text, jsonb), app.record_sign_in(uuid, uuid, text, text, text, jsonb) from public;
      grant execute on function app.reads_whole_trail(), app.trail_organisations(),
        app.record(text, text, text, uuid, uuid, text, jsonb), app.record_sign_in(uuid, uuid, text, text, text, jsonb) to attest_app;

      set role attest_owner;
      create policy reader on app.audit_event as restrictive for select to attest_app
        using (organisation_id = any((select app.trail_organisations())::uuid[]) or (select app.reads_whole_trail()));
      create policy reader on app.audit_head as restrictive for select to attest_app using ((select app.reads_whole_trail()));

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
