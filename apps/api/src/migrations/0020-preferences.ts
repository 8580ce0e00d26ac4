import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody likes Attest to be: their own, in every partnership. */
export class Preferences0020 implements MigrationInterface {
  readonly name = 'Preferences1795305600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      alter table app.person add column preferences jsonb not null default '{}';

      set role attest_scope;
      create function app.own_preferences() returns jsonb language plpgsql stable security definer set search_path = '' as
        $$ begin return (select p.preferences from app.person p where p.id = (app.context())[2]::uuid); end $$;
      create function app.keep_preferences(wanted jsonb) returns void language plpgsql volatile security definer set search_path = '' as
        $$ begin update app.person p set preferences = wanted where p.id = (app.context())[2]::uuid; end $$;
      create function app.my_records_of_preferences() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      begin
        return jsonb_build_object('preferences', (select jsonb_agg(p.preferences) from app.person p where p.id = (app.context())[2]::uuid and p.preferences <> '{}'));
      end $$;
      revoke all on function app.own_preferences(), app.keep_preferences(jsonb), app.my_records_of_preferences() from public;
      grant execute on function app.own_preferences(), app.keep_preferences(jsonb) to attest_app;
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
