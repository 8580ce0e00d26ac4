import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each feature forgets, deletes and tells what is its own, so that a new one adds functions and never writes those of another again:
 * - a person is erased: a trigger on `app.erasure` whose row becomes `done` (`person_id`, `label`);
 * - a return is disposed of: a trigger on `app.submission` whose `disposed_on` is no longer null;
 * - what is held about oneself: a function `app.my_records_of_<feature>()` that answers an object of lists.
 */
export class PlacesOfNames0013 implements MigrationInterface {
  readonly name = 'PlacesOfNames1795305600013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_scope;
      alter function app.my_records() rename to my_records_of_attest;
      revoke all on function app.my_records_of_attest() from attest_app;

      create function app.my_records() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      declare
        feature text;
        more jsonb;
        found jsonb := '{}';
      begin
        for feature in select p.proname from pg_catalog.pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname like 'my\\_records\\_of\\_%' order by 1 loop
          execute pg_catalog.format('select app.%I()', feature) into more;
          found := found || more;
        end loop;
        return found;
      end $$;
      revoke all on function app.my_records() from public;
      grant execute on function app.my_records() to attest_app;
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
