import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table';

/** Keys by which a program of somebody's own reads figures in their name: Excel and Power BI, which refresh while nobody is there. */
export class AccessTokens0030 implements MigrationInterface {
  readonly name = 'AccessTokens1795305600030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      create table app.access_token (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        person_id uuid not null references app.person,
        name text not null,
        -- what was shown once: a copy of the database opens nothing
        token_hash bytea not null,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (partnership_id, id),
        check (expires_at <= made_at + interval '366 days')
      );
      create index on app.access_token (partnership_id, person_id);
      -- not unique: that would tell one partnership about another, and 32 random bytes are no one else's
      create index on app.access_token (token_hash);
      ${tenantTable('access_token', 'select, insert, update (revoked_at)')}
      create policy own on app.access_token as restrictive to attest_app using (person_id = (select app.calling_person()));
      grant select, update, delete on app.access_token to attest_scope;
      create policy scope on app.access_token to attest_scope using (true) with check (true);

      set role attest_scope;
      -- whose token that is, with the roles they hold now; a token is worth no more than its person
      create function app.token_of(token bytea, at timestamptz, demo boolean)
      returns table (token_id uuid, person_id uuid, person_name text, person_email text, partnership_id uuid, memberships jsonb)
      language plpgsql volatile security definer set search_path = '' as $$
      begin
        return query
          select t.id, p.id, p.name, p.email, t.partnership_id,
            (select coalesce(jsonb_agg(jsonb_build_object('partnershipId', m.partnership_id, 'organisationId', m.organisation_id, 'role', m.role) order by m.since, m.id), '[]')
              from app.membership m where m.person_id = t.person_id and m.partnership_id = t.partnership_id and m.ended_at is null)
          from app.access_token t
          join app.person p on p.id = t.person_id and p.deactivated_at is null and (demo or not p.demonstration)
          where t.token_hash = token and t.revoked_at is null and t.expires_at > at;
        -- at most one write a minute, so that reading costs no commit
        update app.access_token t set last_used_at = at
        where t.token_hash = token and t.revoked_at is null and t.expires_at > at and (t.last_used_at is null or t.last_used_at < at - interval '1 minute');
      end $$;
      create function app.forget_access_tokens() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        delete from app.access_token where person_id = new.person_id;
        return null;
      end $$;
      create function app.my_records_of_access_tokens() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      begin
        return jsonb_build_object('accessTokens', (
          select jsonb_agg(jsonb_build_object('name', t.name, 'at', t.made_at, 'until', t.expires_at, 'lastUsed', t.last_used_at, 'revoked', t.revoked_at) order by t.made_at, t.id)
          from app.access_token t where t.person_id = (app.context())[2]::uuid));
      end $$;
      revoke all on function app.token_of(bytea, timestamptz, boolean), app.forget_access_tokens(), app.my_records_of_access_tokens() from public;
      grant execute on function app.token_of(bytea, timestamptz, boolean) to attest_app;
      grant execute on function app.forget_access_tokens() to attest_owner;
      set role attest_owner;
      create trigger forget_access_tokens after insert or update of state on app.erasure for each row when (new.state = 'done') execute function app.forget_access_tokens();
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
