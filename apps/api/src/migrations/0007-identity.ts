import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signing in happens in stages: a password alone leads to the second factor, or to setting one up, and to nothing else.
 * Everything here is reached through functions only, for the person of the signed context or for whoever holds a token.
 */
export class Identity0007 implements MigrationInterface {
  readonly name = 'Identity1795305600007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      -- somebody who comes by passkey or through their organisation's sign-in has none
      alter table app.person alter column password_hash drop not null;
      alter table app.session
        add column stage text not null default 'full' check (stage in ('second-factor', 'enrolment', 'full')),
        add column way text not null default 'password' check (way in ('password', 'passkey', 'provider')),
        add column browser text not null default '',
        -- when they last proved who they are: signing for an organisation asks for this to be recent
        add column proved_at timestamptz not null default now();

      create table app.authenticator (
        person_id uuid primary key references app.person,
        -- sealed by the application, whose key the database does not have
        secret bytea,
        -- shown to be scanned, and worth nothing until a code made with it comes back
        offered bytea,
        -- the last thirty seconds a code was taken for: no code is taken twice (RFC 6238, section 5.2)
        last_step bigint not null default 0,
        confirmed_at timestamptz
      );
      create table app.recovery_code (
        person_id uuid not null references app.person,
        code_hash bytea not null,
        used_at timestamptz,
        primary key (person_id, code_hash)
      );
      create table app.password_reset (
        token_hash bytea primary key,
        person_id uuid not null references app.person,
        asked_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index on app.password_reset (person_id);
      do $$ declare t text; begin
        foreach t in array array['authenticator', 'recovery_code', 'password_reset'] loop
          execute format('alter table app.%I enable row level security; alter table app.%I force row level security;
            create policy scope on app.%I to attest_scope using (true) with check (true);
            grant select, insert, update, delete on app.%I to attest_scope;', t, t, t, t);
        end loop;
      end $$;

      set role attest_scope;

      create function app.has_second_factor(person uuid) returns boolean language sql stable security definer set search_path = '' as
        $$ select exists (select from app.authenticator a where a.person_id = person and a.confirmed_at is not null) $$;

      drop function app.start_session(uuid, uuid, bytea, text, interval);
      -- one person acts in one partnership at a time: the first one joined, until they switch. Whoever still owes a second
      -- factor has a quarter of an hour for it; demonstration accounts owe none
      create function app.start_session(session_id uuid, person uuid, token bytea, csrf text, lifetime interval, came_by text, proven boolean, agent text)
      returns void language plpgsql volatile security definer set search_path = '' as $$
      declare at_stage text;
      begin
        delete from app.session s where s.person_id = person and s.expires_at < now();
        select case when proven or p.demonstration then 'full' when app.has_second_factor(person) then 'second-factor' else 'enrolment' end
          into at_stage from app.person p where p.id = person and p.deactivated_at is null;
        if at_stage is null then return; end if;
        insert into app.session (id, token_hash, csrf_token, person_id, partnership_id, expires_at, stage, way, browser)
        select session_id, token, csrf, person, m.partnership_id, now() + case at_stage when 'full' then lifetime else interval '15 minutes' end, at_stage, came_by, left(agent, 200)
        from app.membership m where m.person_id = person and m.ended_at is null order by m.since, m.id limit 1;
      end $$;

      drop function app.session_of(bytea, interval, boolean);
      -- where there is no demonstration, its people are not signed in either, whatever the database holds
      create function app.session_of(token bytea, idle interval, demo boolean)
      returns table (session_id uuid, csrf_token text, expires_at timestamptz, stage text, proved_at timestamptz, person_id uuid, person_name text, person_email text,
        demonstration boolean, partnership_id uuid, partnership_name text, memberships jsonb)
      language plpgsql volatile security definer set search_path = '' as $$
      begin
        return query
          select s.id, s.csrf_token, s.expires_at, s.stage, s.proved_at, p.id, p.name, p.email, p.demonstration, s.partnership_id, pa.name,
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

      -- where else the person of this context has a role
      create function app.my_partnerships() returns table (id uuid, name text)
      language sql stable security definer set search_path = '' as $$
        select p.id, p.name from app.partnership p where exists (
          select from app.membership m where m.partnership_id = p.id and m.person_id = (app.context())[2]::uuid and m.ended_at is null)
        order by p.name, p.id $$;

      -- a new token whenever somebody proves who they are: the one before is worth nothing from then on
      create function app.raise_session(token bytea, csrf text, lifetime interval) returns void
      language sql volatile security definer set search_path = '' as $$
        update app.session s set token_hash = token, csrf_token = csrf, stage = 'full', proved_at = now(), expires_at = s.started_at + lifetime
        where s.id = (app.context())[3]::uuid and s.person_id = (app.context())[2]::uuid $$;

      create function app.switch_partnership(wanted uuid, token bytea, csrf text) returns boolean
      language plpgsql volatile security definer set search_path = '' as $$
      declare ctx text[] := app.context();
      begin
        update app.session s set partnership_id = wanted, token_hash = token, csrf_token = csrf
        where s.id = ctx[3]::uuid and s.person_id = ctx[2]::uuid and s.stage = 'full' and exists (
          select from app.membership m where m.partnership_id = wanted and m.person_id = s.person_id and m.ended_at is null);
        return found;
      end $$;

      create function app.my_sessions() returns table (id uuid, way text, browser text, started_at timestamptz, seen_at timestamptz, partnership_name text)
      language sql stable security definer set search_path = '' as $$
        select s.id, s.way, s.browser, s.started_at, s.seen_at, p.name
        from app.session s join app.partnership p on p.id = s.partnership_id
        where s.person_id = (app.context())[2]::uuid and s.expires_at > now() order by (s.id = (app.context())[3]::uuid) desc, s.seen_at desc, s.id $$;

      create function app.end_my_session(which uuid) returns boolean language plpgsql volatile security definer set search_path = '' as $$
      begin
        delete from app.session s where s.id = which and s.person_id = (app.context())[2]::uuid;
        return found;
      end $$;

      create function app.end_my_other_sessions() returns int language plpgsql volatile security definer set search_path = '' as $$
      declare ended int;
      begin
        delete from app.session s where s.person_id = (app.context())[2]::uuid and s.id <> (app.context())[3]::uuid;
        get diagnostics ended = row_count;
        return ended;
      end $$;

      create function app.my_factors() returns table (password_hash text, demonstration boolean, secret bytea, offered bytea, confirmed_at timestamptz, recovery_codes int)
      language sql stable security definer set search_path = '' as $$
        select p.password_hash, p.demonstration, a.secret, a.offered, a.confirmed_at,
          (select count(*)::int from app.recovery_code c where c.person_id = p.id and c.used_at is null)
        from app.person p left join app.authenticator a on a.person_id = p.id where p.id = (app.context())[2]::uuid $$;

      create function app.offer_authenticator(sealed bytea) returns void language sql volatile security definer set search_path = '' as $$
        insert into app.authenticator (person_id, offered) values ((app.context())[2]::uuid, sealed)
        on conflict (person_id) do update set offered = excluded.offered $$;

      -- the first by whoever has none, another by whoever has just proved who they are: a password alone must not do
      create function app.may_set_up_factor(recent interval) returns boolean language sql stable security definer set search_path = '' as $$
        select exists (select from app.session s where s.id = (app.context())[3]::uuid and s.person_id = (app.context())[2]::uuid and (
          s.stage = 'enrolment' and not app.has_second_factor(s.person_id) or s.stage = 'full' and s.proved_at > now() - recent)) $$;

      -- the offered one takes the place of the one before
      create function app.confirm_authenticator(step bigint) returns boolean language plpgsql volatile security definer set search_path = '' as $$
      begin
        update app.authenticator a set secret = a.offered, offered = null, last_step = step, confirmed_at = now()
        where a.person_id = (app.context())[2]::uuid and a.offered is not null;
        return found;
      end $$;

      -- two at once with the same code: the second waits for the first, and finds the step gone
      create function app.use_authenticator_step(step bigint) returns boolean language plpgsql volatile security definer set search_path = '' as $$
      begin
        update app.authenticator a set last_step = step
        where a.person_id = (app.context())[2]::uuid and a.confirmed_at is not null and a.last_step < step;
        return found;
      end $$;

      create function app.replace_recovery_codes(hashes bytea[]) returns void language plpgsql volatile security definer set search_path = '' as $$
      declare me uuid := (app.context())[2]::uuid;
      begin
        delete from app.recovery_code c where c.person_id = me;
        insert into app.recovery_code (person_id, code_hash) select me, unnest(hashes);
      end $$;

      create function app.use_recovery_code(hash bytea) returns boolean language plpgsql volatile security definer set search_path = '' as $$
      begin
        update app.recovery_code c set used_at = now()
        where c.person_id = (app.context())[2]::uuid and c.code_hash = hash and c.used_at is null;
        return found;
      end $$;

      -- whoever lost telephone and recovery codes: the business unit makes sure who is asking, and they set up a new one
      -- when they sign in with their password next
      create function app.forget_second_factor(person uuid) returns table (email text, name text)
      language plpgsql volatile security definer set search_path = '' as $$
      begin
        if not app.holds_role('business-unit') then raise exception 'only the business unit does this' using errcode = '42501'; end if;
        if not exists (select from app.membership m where m.partnership_id = app.partnership() and m.person_id = person and m.ended_at is null)
          or person = (app.context())[2]::uuid then return; end if;
        delete from app.authenticator a where a.person_id = person;
        delete from app.recovery_code c where c.person_id = person;
        delete from app.session s where s.person_id = person;
        return query select p.email, p.name from app.person p where p.id = person;
      end $$;

      create function app.set_my_password(hash text) returns void language plpgsql volatile security definer set search_path = '' as $$
      begin
        update app.person p set password_hash = hash where p.id = (app.context())[2]::uuid;
        perform app.end_my_other_sessions();
      end $$;

      create function app.set_my_name(wanted text) returns void language sql volatile security definer set search_path = '' as $$
        update app.person p set name = wanted where p.id = (app.context())[2]::uuid $$;

      -- an address nobody has asks for nothing. What was asked for before is worth nothing any more
      create function app.ask_password_reset(address text, token bytea, lifetime interval) returns table (email text, name text)
      language plpgsql volatile security definer set search_path = '' as $$
      declare known uuid;
      begin
        select p.id into known from app.person p where lower(p.email) = lower(address) and p.deactivated_at is null
          and exists (select from app.membership m where m.person_id = p.id and m.ended_at is null);
        if known is null then return; end if;
        delete from app.password_reset r where r.person_id = known and r.used_at is null;
        insert into app.password_reset (token_hash, person_id, expires_at) values (token, known, now() + lifetime);
        perform app.record_sign_in(known, null, 'password.ask-reset', 'POST /password-resets', 'done', '{}');
        return query select p.email, p.name from app.person p where p.id = known;
      end $$;

      create function app.password_reset_of(token bytea) returns table (email text, name text)
      language sql stable security definer set search_path = '' as $$
        select p.email, p.name from app.password_reset r join app.person p on p.id = r.person_id
        where r.token_hash = token and r.used_at is null and r.expires_at > now() and p.deactivated_at is null $$;

      -- once; the second factor stays as it is
      create function app.reset_password(token bytea, hash text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
      declare whose uuid;
      begin
        update app.password_reset r set used_at = now() where r.token_hash = token and r.used_at is null and r.expires_at > now() returning r.person_id into whose;
        if whose is null then return false; end if;
        update app.person p set password_hash = hash where p.id = whose and p.deactivated_at is null;
        delete from app.session s where s.person_id = whose;
        perform app.record_sign_in(whose, null, 'password.reset', 'POST /password-resets/redeem', 'done', '{}');
        return true;
      end $$;

      do $$ declare f regprocedure; begin
        for f in select p.oid::regprocedure from pg_catalog.pg_proc p
          where p.pronamespace = 'app'::regnamespace and pg_catalog.pg_get_userbyid(p.proowner) = 'attest_scope'
            and p.proname in ('start_session', 'session_of', 'my_partnerships', 'raise_session', 'switch_partnership', 'my_sessions', 'end_my_session',
              'end_my_other_sessions', 'my_factors', 'may_set_up_factor', 'offer_authenticator', 'confirm_authenticator', 'use_authenticator_step', 'replace_recovery_codes',
              'use_recovery_code', 'forget_second_factor', 'set_my_password', 'set_my_name', 'ask_password_reset', 'password_reset_of', 'reset_password') loop
          execute format('revoke all on function %s from public; grant execute on function %s to attest_app', f, f);
        end loop;
        revoke all on function app.has_second_factor(uuid) from public;
      end $$;

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
