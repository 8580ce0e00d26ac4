import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may do what inside the database, before there is anything to protect.
 *
 * - `attest_owner` owns the tables and cannot log in.
 * - `attest_scope` owns the few functions that read across tenants to decide a caller's scope; it cannot log in either.
 * - `attest_app` is the role the application connects with: it owns nothing and cannot bypass row-level security.
 *
 * The caller's context is one signed string, `partnership.person.session.expiry.signature`, set for one transaction.
 */
export class RolesAndContext0001 implements MigrationInterface {
  readonly name = 'RolesAndContext1795305600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'attest_owner') then create role attest_owner nologin; end if;
        if not exists (select from pg_roles where rolname = 'attest_scope') then create role attest_scope nologin; end if;
        if not exists (select from pg_roles where rolname = 'attest_app') then create role attest_app nologin nosuperuser nobypassrls; end if;
        execute format('grant attest_owner, attest_scope to %I', current_user);
        execute format('grant connect on database %I to attest_app', current_database());
      end $$;

      create schema app authorization attest_owner;
      grant usage on schema app to attest_app;
      grant usage, create on schema app to attest_scope;

      set role attest_owner;

      create table app.signing_key (
        id int primary key check (id = 1),
        -- the two padded keys of HMAC-SHA-256 (RFC 2104): a signature is then two calls of a built-in function
        inner_pad bytea not null,
        outer_pad bytea not null
      );
      alter table app.signing_key enable row level security;
      alter table app.signing_key force row level security;
      create policy scope on app.signing_key to attest_scope using (true) with check (true);
      grant select, insert, update on app.signing_key to attest_scope;

      set role attest_scope;

      -- worked out some twenty times in the saving of one answer: every microsecond here is twenty there
      create function app.context() returns text[] language plpgsql stable security definer set search_path = '' as $$
      declare
        raw text := pg_catalog.current_setting('app.context', true);
        parts text[];
        key app.signing_key;
      begin
        if raw is null or raw = '' then return null; end if;
        parts := pg_catalog.string_to_array(raw, '.');
        select * into key from app.signing_key;
        if pg_catalog.array_length(parts, 1) is distinct from 5
          or key.id is null
          or pg_catalog.encode(sha256(key.outer_pad || sha256(key.inner_pad || pg_catalog.convert_to(pg_catalog.array_to_string(parts[1:4], '.'), 'UTF8'))), 'hex') <> parts[5]
          or parts[4]::bigint < extract(epoch from pg_catalog.clock_timestamp())
        then
          raise exception 'the caller context is not signed by this platform' using errcode = '42501';
        end if;
        return parts;
      end $$;

      create function app.partnership() returns uuid language plpgsql stable security definer set search_path = '' as
        $$ begin return (app.context())[1]; end $$;

      revoke all on function app.context(), app.partnership() from public;
      grant execute on function app.context(), app.partnership() to attest_app, attest_owner;

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
