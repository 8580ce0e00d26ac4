import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writtenByBusinessUnit } from './tenant-table';

/**
 * Organisations are national, taking part is dated, people hold memberships. People and sessions are reached only
 * through the functions below, so that no query of the application can list them.
 */
export class People0002 implements MigrationInterface {
  readonly name = 'People1795305600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.partnership (
        id uuid primary key,
        name text not null,
        founded_at timestamptz not null default now()
      );
      create table app.area (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        name text not null,
        la_code text not null,
        primary key (partnership_id, id),
        unique (partnership_id, la_code)
      );
      create table app.organisation (
        id uuid primary key,
        kind text not null check (kind in ('school', 'agency')),
        name text not null,
        urn text unique,
        phase text,
        sector text,
        type text not null default '',
        features text[] not null default '{}',
        status text not null default 'open',
        postcode text not null default '',
        trust text,
        head text,
        pupils int,
        opened_on date,
        closed_on date,
        predecessor_id uuid references app.organisation,
        details jsonb not null default '{}',
        check ((kind = 'school') = (phase is not null)),
        check ((kind = 'agency') = (sector is not null))
      );
      create table app.participation (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        organisation_id uuid not null references app.organisation,
        area_id uuid,
        from_on date not null,
        to_on date,
        primary key (partnership_id, id),
        unique (partnership_id, organisation_id, from_on),
        foreign key (partnership_id, area_id) references app.area
      );
      create index on app.participation (organisation_id);
      create table app.person (
        id uuid primary key,
        email text not null,
        name text not null,
        password_hash text not null,
        demonstration boolean not null default false,
        deactivated_at timestamptz
      );
      create unique index on app.person (lower(email));
      create table app.membership (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        person_id uuid not null references app.person,
        organisation_id uuid references app.organisation,
        role text not null,
        since timestamptz not null default now(),
        ended_at timestamptz,
        primary key (partnership_id, id),
        -- what is held in the partnership reaches all of it, and what is held in an organisation must not
        check (case when organisation_id is null then role in ('business-unit', 'qp-member', 'executive', 'scrutineer')
          else role in ('lead', 'contributor', 'approver', 'viewer', 'trust-lead') end)
      );
      create index on app.membership (person_id);
      create table app.session (
        id uuid primary key,
        token_hash bytea not null unique,
        csrf_token text not null,
        person_id uuid not null references app.person,
        partnership_id uuid not null references app.partnership,
        started_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index on app.session (person_id);
      create table app.register_import (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        file_name text not null,
        establishments jsonb not null,
        uploaded_by text not null,
        uploaded_at timestamptz not null default now(),
        applied_at timestamptz,
        applied_by text,
        summary jsonb,
        primary key (partnership_id, id)
      );

      -- reached only by the scope functions
      do $$ declare t text; begin
        foreach t in array array['partnership', 'participation', 'person', 'membership', 'session'] loop
          execute format('alter table app.%I enable row level security; alter table app.%I force row level security;
            create policy scope on app.%I to attest_scope using (true) with check (true);
            grant select, insert, update, delete on app.%I to attest_scope;', t, t, t, t);
        end loop;
      end $$;
      create policy scope on app.organisation to attest_scope using (true);
      grant select on app.organisation to attest_scope;

      set role attest_scope;

      -- every organisation the caller may write for in the partnership of this transaction, from memberships alone
      create function app.own_organisations() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
      declare
        ctx text[] := app.context();
        mine uuid[];
      begin
        select array_agg(m.organisation_id) into mine from app.membership m
        where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null;
        if array_position(mine, null) is not null then
          return (select array_agg(distinct p.organisation_id) from app.participation p where p.partnership_id = ctx[1]::uuid);
        end if;
        return mine;
      end $$;

      -- those the caller may see one by one: with an academy go the years in which it was another school. Empty for whoever
      -- sees the whole partnership: see organisationRows
      create function app.listed_organisations() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
      declare
        ctx text[] := app.context();
        mine uuid[];
        before uuid[];
      begin
        select array_agg(m.organisation_id), array_agg(o.predecessor_id) filter (where o.predecessor_id is not null) into mine, before
        from app.membership m left join app.organisation o on o.id = m.organisation_id
        where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null;
        if array_position(mine, null) is not null then return '{}'; end if;
        return mine || before;
      end $$;

      -- every organisation the caller may see
      create function app.visible_organisations() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
      begin
        if app.sees_whole_partnership() then return app.own_organisations(); end if;
        return app.listed_organisations();
      end $$;

      -- whether that is all of them, because the caller has a role in the partnership itself
      create function app.sees_whole_partnership() returns boolean language plpgsql stable security definer set search_path = '' as $$
      declare ctx text[] := app.context();
      begin
        return exists (select from app.membership m
          where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null and m.organisation_id is null);
      end $$;

      -- in the partnership itself
      create function app.holds_role(wanted text) returns boolean language plpgsql stable security definer set search_path = '' as $$
      declare ctx text[] := app.context();
      begin
        return exists (select from app.membership m
          where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null and m.organisation_id is null and m.role = wanted);
      end $$;

      create function app.credentials_of(address text)
      returns table (person_id uuid, password_hash text, demonstration boolean)
      language sql stable security definer set search_path = '' as $$
        select id, password_hash, demonstration from app.person
        where lower(email) = lower(address) and deactivated_at is null $$;

      -- one person acts in one partnership at a time: the first one joined, until they switch
      create function app.start_session(session_id uuid, person uuid, token bytea, csrf text, lifetime interval)
      returns void language sql volatile security definer set search_path = '' as $$
        insert into app.session (id, token_hash, csrf_token, person_id, partnership_id, expires_at)
        select session_id, token, csrf, person, m.partnership_id, now() + lifetime
        from app.membership m where m.person_id = person and m.ended_at is null order by m.since, m.id limit 1 $$;

      -- where there is no demonstration, its people are not signed in either, whatever the database holds
      create function app.session_of(token bytea, idle interval, demo boolean)
      returns table (session_id uuid, csrf_token text, expires_at timestamptz, person_id uuid, person_name text, person_email text,
        partnership_id uuid, partnership_name text, memberships jsonb)
      language plpgsql volatile security definer set search_path = '' as $$
      begin
        return query
          select s.id, s.csrf_token, s.expires_at, p.id, p.name, p.email, s.partnership_id, pa.name,
            (select coalesce(jsonb_agg(jsonb_build_object(
                'partnershipId', m.partnership_id, 'organisationId', m.organisation_id, 'role', m.role, 'organisationName', o.name)
                order by m.since, m.id), '[]')
              from app.membership m left join app.organisation o on o.id = m.organisation_id
              where m.person_id = s.person_id and m.partnership_id = s.partnership_id and m.ended_at is null)
          from app.session s
          join app.person p on p.id = s.person_id and p.deactivated_at is null and (demo or not p.demonstration)
          join app.partnership pa on pa.id = s.partnership_id
          where s.token_hash = token and s.expires_at > now() and s.seen_at > now() - idle;
        -- at most one write a minute, so that reading costs no commit
        update app.session s set seen_at = now()
        where s.token_hash = token and s.seen_at between now() - idle and now() - interval '1 minute';
      end $$;

      create function app.end_session(token bytea) returns void language sql volatile security definer set search_path = '' as
        $$ delete from app.session where token_hash = token $$;

      create function app.is_empty() returns boolean language sql stable security definer set search_path = '' as
        $$ select not exists (select from app.partnership) $$;

      -- the one way in before anybody can be invited: works once, on an empty platform. Whoever comes while another is at it
      -- is told no at once, because loading the demonstration takes longer than anybody waits
      create function app.found_partnership(partnership uuid, partnership_name text, person uuid, address text, person_name text, hash text, demo boolean)
      returns boolean language plpgsql volatile security definer set search_path = '' as $$
      begin
        if not (pg_catalog.pg_try_advisory_xact_lock(1) and app.is_empty()) then return false; end if;
        insert into app.partnership (id, name) values (partnership, partnership_name);
        insert into app.person (id, email, name, password_hash, demonstration) values (person, address, person_name, hash, demo);
        insert into app.membership (partnership_id, id, person_id, role) values (partnership, person, person, 'business-unit');
        return true;
      end $$;

      -- the business unit gives somebody a role in its own partnership
      create function app.enrol(membership uuid, person uuid, address text, person_name text, hash text, demo boolean, organisation uuid, wanted text)
      returns void language plpgsql volatile security definer set search_path = '' as $$
      declare known uuid;
      begin
        if not app.holds_role('business-unit') then raise exception 'only the business unit enrols people' using errcode = '42501'; end if;
        if organisation is not null and not exists (select from app.participation p
            where p.partnership_id = app.partnership() and p.organisation_id = organisation and (p.to_on is null or p.to_on > current_date)) then
          raise exception 'that organisation does not take part in this partnership' using errcode = '42501';
        end if;
        select id into known from app.person where lower(email) = lower(address);
        if known is null then
          insert into app.person (id, email, name, password_hash, demonstration) values (person, address, person_name, hash, demo);
          known := person;
        end if;
        insert into app.membership (partnership_id, id, person_id, organisation_id, role)
        values (app.partnership(), membership, known, organisation, wanted);
      end $$;

      -- schools are national: one that another partnership brought in is the same school, though its row cannot be seen yet
      create function app.registered_schools(urns text[]) returns table (urn text, id uuid)
      language sql stable security definer set search_path = '' as $$
        select o.urn, o.id from app.organisation o where o.urn = any(urns) and app.holds_role('business-unit') $$;

      create function app.demonstration_accounts()
      returns table (email text, name text, role text, organisation_name text)
      language sql stable security definer set search_path = '' as $$
        select p.email, p.name, m.role, o.name
        from app.person p join app.membership m on m.person_id = p.id left join app.organisation o on o.id = m.organisation_id
        where p.demonstration and p.deactivated_at is null and m.ended_at is null order by m.since, m.id $$;

      do $$ declare f regprocedure; begin
        for f in select p.oid::regprocedure from pg_catalog.pg_proc p
          where p.pronamespace = 'app'::regnamespace and pg_catalog.pg_get_userbyid(p.proowner) = 'attest_scope' loop
          execute format('revoke all on function %s from public; grant execute on function %s to attest_app', f, f);
        end loop;
      end $$;

      set role attest_owner;

      create policy own on app.partnership for select to attest_app using (id = (select app.partnership()));
      grant select on app.partnership to attest_app;

      ${tenantTable('area', 'select, insert, update')}
      ${writtenByBusinessUnit('area')}
      ${tenantTable('participation', 'select, insert, update')}
      ${writtenByBusinessUnit('participation')}
      ${tenantTable('register_import', 'select, insert, update')}
      create policy business_unit on app.register_import as restrictive to attest_app
        using ((select app.holds_role('business-unit')));

      alter table app.organisation enable row level security;
      alter table app.organisation force row level security;
      create policy taking_part on app.organisation for select to attest_app
        using (id = any((select app.visible_organisations())::uuid[]));
      create policy registered on app.organisation for insert to attest_app
        with check ((select app.holds_role('business-unit')));
      create policy kept_up_to_date on app.organisation for update to attest_app
        using (id = any((select app.visible_organisations())::uuid[]) and (select app.holds_role('business-unit')));
      grant select, insert, update on app.organisation to attest_app;

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
