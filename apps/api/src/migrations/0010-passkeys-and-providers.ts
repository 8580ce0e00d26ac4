import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signing in by passkey, and by an organisation's own OpenID provider. As in migration 0007, everything is reached through
 * functions only.
 */
export class PasskeysAndProviders0010 implements MigrationInterface {
  readonly name = 'PasskeysAndProviders1795305600010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.passkey (
        id uuid primary key,
        person_id uuid not null references app.person,
        -- as the device names it, in base64url
        credential_id text not null unique,
        public_key bytea not null,
        -- how often it has signed; always 0 for those that are kept on several devices
        counter bigint not null,
        transports text[] not null,
        name text not null check (length(name) between 1 and 200),
        synced boolean not null,
        added_at timestamptz not null default now(),
        used_at timestamptz,
        -- when it counted backwards, as only a copy does: from then on it signs nobody in
        doubted_at timestamptz
      );
      create index on app.passkey (person_id);

      -- what a passkey is asked to sign: once, within minutes, and where somebody is signed in by their session alone
      create table app.passkey_challenge (
        challenge_hash bytea primary key,
        purpose text not null check (purpose in ('sign-in', 'prove', 'add')),
        session_id uuid,
        expires_at timestamptz not null,
        check ((purpose = 'sign-in') = (session_id is null))
      );
      create index on app.passkey_challenge (expires_at);

      -- who somebody is at a provider: issuer and subject, and never an e-mail address
      create table app.identity (
        id uuid primary key,
        issuer text not null,
        subject text not null,
        person_id uuid not null references app.person,
        provider text not null,
        -- what the provider calls them, to be recognised by and for nothing else
        label text not null,
        linked_at timestamptz not null default now(),
        used_at timestamptz,
        unique (issuer, subject)
      );
      create index on app.identity (person_id);

      do $$ declare t text; begin
        foreach t in array array['passkey', 'passkey_challenge', 'identity'] loop
          execute format('alter table app.%I enable row level security; alter table app.%I force row level security;
            create policy scope on app.%I to attest_scope using (true) with check (true);
            grant select, insert, update, delete on app.%I to attest_scope;', t, t, t, t);
        end loop;
      end $$;

      set role attest_scope;
      ${FACTORS}
      ${PASSKEYS}
      ${IDENTITIES}

      do $$ declare f regprocedure; begin
        for f in select p.oid::regprocedure from pg_catalog.pg_proc p
          where p.pronamespace = 'app'::regnamespace and pg_catalog.pg_get_userbyid(p.proowner) = 'attest_scope'
            and p.proname in ('my_ways', 'date_proof', 'begin_passkey', 'take_passkey_challenge', 'passkey_of', 'use_passkey', 'doubt_passkey', 'my_passkeys', 'add_passkey',
              'rename_passkey', 'remove_passkey', 'person_of_identity', 'my_identities', 'link_identity', 'unlink_identity', 'accept_by_identity') loop
          execute format('revoke all on function %s from public; grant execute on function %s to attest_app', f, f);
        end loop;
        revoke all on function app.kept_by(uuid, uuid, uuid) from public;
      end $$;

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const FACTORS = `
  create or replace function app.has_second_factor(person uuid) returns boolean language sql stable security definer set search_path = '' as $$
    select exists (select from app.authenticator a where a.person_id = person and a.confirmed_at is not null)
      or exists (select from app.passkey k where k.person_id = person) $$;

  -- as in migration 0007, passkeys and all
  create or replace function app.forget_second_factor(person uuid) returns table (email text, name text)
  language plpgsql volatile security definer set search_path = '' as $$
  begin
    if not app.holds_role('business-unit') then raise exception 'only the business unit does this' using errcode = '42501'; end if;
    if not exists (select from app.membership m where m.partnership_id = app.partnership() and m.person_id = person and m.ended_at is null)
      or person = (app.context())[2]::uuid then return; end if;
    delete from app.authenticator a where a.person_id = person;
    delete from app.passkey k where k.person_id = person;
    delete from app.recovery_code c where c.person_id = person;
    delete from app.session s where s.person_id = person;
    return query select p.email, p.name from app.person p where p.id = person;
  end $$;

  create function app.my_ways() returns text[] language sql stable security definer set search_path = '' as $$
    select array_remove(array[
      case when p.password_hash is not null then 'password' end,
      case when exists (select from app.authenticator a where a.person_id = p.id and a.confirmed_at is not null) then 'authenticator' end,
      case when exists (select from app.passkey k where k.person_id = p.id) then 'passkey' end,
      case when exists (select from app.identity i where i.person_id = p.id) then 'provider' end], null)
    from app.person p where p.id = (app.context())[2]::uuid $$;

  -- a provider may let somebody in who typed their password there this morning: that proves nothing about now
  create function app.date_proof(session uuid, at timestamptz) returns void language sql volatile security definer set search_path = '' as $$
    update app.session s set proved_at = least(at, now()) where s.id = session and s.way = 'provider' $$;

  -- why a passkey or an identity has to stay; null when it can go
  create function app.kept_by(person uuid, passkey uuid, identity uuid) returns text language sql stable security definer set search_path = '' as $$
    select case
      when p.password_hash is null and other.passkeys = 0 and other.identities = 0 then 'last-way'
      when passkey is not null and other.passkeys = 0 and not exists (select from app.authenticator a where a.person_id = p.id and a.confirmed_at is not null) then 'last-factor'
    end
    from app.person p, lateral (select
      (select count(*) from app.passkey k where k.person_id = p.id and k.id is distinct from passkey) as passkeys,
      (select count(*) from app.identity i where i.person_id = p.id and i.id is distinct from identity) as identities) as other
    where p.id = person $$;
`;

const PASSKEYS = `
  create function app.begin_passkey(challenge bytea, what text, lifetime interval) returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    delete from app.passkey_challenge c where c.expires_at < now();
    insert into app.passkey_challenge (challenge_hash, purpose, session_id, expires_at) values (challenge, what, (app.context())[3]::uuid, now() + lifetime);
  end $$;

  -- once: two at the same moment wait for one another, and the second finds it gone
  create function app.take_passkey_challenge(challenge bytea, what text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
  begin
    delete from app.passkey_challenge c where c.challenge_hash = challenge and c.purpose = what and c.expires_at > now()
      and c.session_id is not distinct from (app.context())[3]::uuid;
    return found;
  end $$;

  create function app.passkey_of(credential text) returns table (id uuid, person_id uuid, public_key bytea, counter bigint, doubted boolean)
  language sql stable security definer set search_path = '' as $$
    select k.id, k.person_id, k.public_key, k.counter, k.doubted_at is not null
    from app.passkey k join app.person p on p.id = k.person_id and p.deactivated_at is null and not p.demonstration
    where k.credential_id = credential $$;

  create function app.use_passkey(passkey uuid, before bigint, after bigint) returns boolean language plpgsql volatile security definer set search_path = '' as $$
  begin
    update app.passkey k set counter = after, used_at = now() where k.id = passkey and k.counter = before and k.doubted_at is null;
    return found;
  end $$;

  create function app.doubt_passkey(passkey uuid) returns void language sql volatile security definer set search_path = '' as $$
    update app.passkey k set doubted_at = now() where k.id = passkey and k.doubted_at is null $$;

  create function app.my_passkeys() returns table (id uuid, credential_id text, transports text[], name text, synced boolean, added_at timestamptz, used_at timestamptz,
    doubted_at timestamptz, kept text)
  language sql stable security definer set search_path = '' as $$
    select k.id, k.credential_id, k.transports, k.name, k.synced, k.added_at, k.used_at, k.doubted_at, app.kept_by(k.person_id, k.id, null)
    from app.passkey k where k.person_id = (app.context())[2]::uuid order by k.added_at, k.id $$;

  create function app.add_passkey(passkey uuid, credential text, key bytea, counted bigint, ways text[], called text, kept_on_several boolean, recent interval) returns text
  language plpgsql volatile security definer set search_path = '' as $$
  declare me uuid := (app.context())[2]::uuid;
  begin
    if not app.may_set_up_factor(recent) then return 'proof-needed'; end if;
    if (select p.demonstration from app.person p where p.id = me) then return 'demonstration'; end if;
    insert into app.passkey (id, person_id, credential_id, public_key, counter, transports, name, synced)
    values (passkey, me, credential, key, counted, ways, called, kept_on_several) on conflict do nothing;
    return case when found then 'added' else 'known' end;
  end $$;

  create function app.rename_passkey(passkey uuid, called text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
  begin
    update app.passkey k set name = called where k.id = passkey and k.person_id = (app.context())[2]::uuid;
    return found;
  end $$;

  -- two at once stand in line, so that the last does not go
  create function app.remove_passkey(passkey uuid) returns text language plpgsql volatile security definer set search_path = '' as $$
  declare
    me uuid := (app.context())[2]::uuid;
    kept text;
  begin
    perform from app.person p where p.id = me for update;
    if not exists (select from app.passkey k where k.id = passkey and k.person_id = me) then return null; end if;
    kept := app.kept_by(me, passkey, null);
    if kept is not null then return kept; end if;
    delete from app.passkey k where k.id = passkey;
    return 'removed';
  end $$;
`;

const IDENTITIES = `
  create function app.person_of_identity(at_issuer text, who text) returns uuid language plpgsql volatile security definer set search_path = '' as $$
  declare known uuid;
  begin
    update app.identity i set used_at = now() from app.person p
    where i.issuer = at_issuer and i.subject = who and p.id = i.person_id and p.deactivated_at is null and not p.demonstration returning i.person_id into known;
    return known;
  end $$;

  create function app.my_identities() returns table (id uuid, provider text, label text, linked_at timestamptz, used_at timestamptz, kept text)
  language sql stable security definer set search_path = '' as $$
    select i.id, i.provider, i.label, i.linked_at, i.used_at, app.kept_by(i.person_id, null, i.id)
    from app.identity i where i.person_id = (app.context())[2]::uuid order by i.linked_at, i.id $$;

  create function app.link_identity(identity uuid, at_issuer text, who text, by_provider text, called text) returns text
  language plpgsql volatile security definer set search_path = '' as $$
  declare
    me uuid := (app.context())[2]::uuid;
    owner uuid;
  begin
    if (select p.demonstration from app.person p where p.id = me) then return 'demonstration'; end if;
    insert into app.identity (id, issuer, subject, person_id, provider, label) values (identity, at_issuer, who, me, by_provider, called) on conflict do nothing;
    if found then return 'linked'; end if;
    select i.person_id into owner from app.identity i where i.issuer = at_issuer and i.subject = who;
    return case when owner = me then 'linked' else 'linked-elsewhere' end;
  end $$;

  create function app.unlink_identity(identity uuid) returns text language plpgsql volatile security definer set search_path = '' as $$
  declare
    me uuid := (app.context())[2]::uuid;
    kept text;
  begin
    perform from app.person p where p.id = me for update;
    if not exists (select from app.identity i where i.id = identity and i.person_id = me) then return null; end if;
    kept := app.kept_by(me, null, identity);
    if kept is not null then return kept; end if;
    delete from app.identity i where i.id = identity;
    return 'removed';
  end $$;

  -- whoever holds an invitation and comes by a provider: as the person they are known as there, or as somebody new of the
  -- address the invitation was sent to. All of it or nothing
  create function app.accept_by_identity(token bytea, identity uuid, newcomer uuid, person_name text, at_issuer text, who text, by_provider text, called text)
  returns table (outcome text, person_id uuid) language plpgsql volatile security definer set search_path = '' as $$
  declare
    known uuid := app.person_of_identity(at_issuer, who);
    said text;
  begin
    if known is not null then return query select app.redeem(token, known), known; return; end if;
    if exists (select from app.identity i where i.issuer = at_issuer and i.subject = who) then return query select 'linked-elsewhere', null::uuid; return; end if;
    said := app.accept_as_newcomer(token, newcomer, person_name, null);
    if said = 'done' then
      insert into app.identity (id, issuer, subject, person_id, provider, label, used_at) values (identity, at_issuer, who, newcomer, by_provider, called, now());
    end if;
    return query select said, newcomer;
  end $$;
`;
