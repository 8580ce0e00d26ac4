import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often something was tried, by whom, for as long as it matters. What counts and how much is too much is said by
 * `limits.ts`; here is what makes it hold over every process at once. A key is a keyed hash, so that a copy of the
 * database tells nobody's address.
 */
export class Limits0009 implements MigrationInterface {
  readonly name = 'Limits1795305600009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.attempt (
        what text not null,
        key bytea not null,
        tries int not null,
        since timestamptz not null,
        wait_until timestamptz not null default '-infinity',
        forget_at timestamptz not null,
        primary key (what, key)
      );
      create index on app.attempt (forget_at);
      alter table app.attempt enable row level security;
      alter table app.attempt force row level security;
      create policy scope on app.attempt to attest_scope using (true) with check (true);
      grant select, insert, update, delete on app.attempt to attest_scope;

      set role attest_scope;

      -- Counts one try under each key and answers 0, or counts none and answers for how many seconds to wait. A try is
      -- counted before it is made: of a thousand at once no more get through than one after the other. What is refused is
      -- not counted, so that nobody's wait grows by the impatience of somebody else.
      create function app.claim_attempt(whats text[], keys bytea[], allowed int[], minutes int[], first_waits int[], longest_waits int[])
      returns int language plpgsql volatile security definer set search_path = '' as $$
      declare
        moment timestamptz := pg_catalog.clock_timestamp();
        waiting int := 0;
        one app.attempt;
      begin
        -- always in the order given, which is the same for all who claim the same: nobody waits for each other in a circle
        for i in 1 .. coalesce(pg_catalog.array_length(whats, 1), 0) loop
          insert into app.attempt as a (what, key, tries, since, forget_at)
          values (whats[i], keys[i], 0, moment, moment + pg_catalog.make_interval(mins => minutes[i]))
          on conflict (what, key) do update set
            tries = case when a.forget_at <= moment then 0 else a.tries end,
            since = case when a.forget_at <= moment then moment else a.since end,
            wait_until = case when a.forget_at <= moment then '-infinity' else a.wait_until end,
            forget_at = case when a.forget_at <= moment then excluded.forget_at else a.forget_at end
          returning * into one;
          if one.wait_until > moment then
            waiting := greatest(waiting, pg_catalog.ceil(extract(epoch from one.wait_until - moment))::int);
          end if;
        end loop;
        if waiting > 0 then return waiting; end if;
        for i in 1 .. coalesce(pg_catalog.array_length(whats, 1), 0) loop
          update app.attempt a set tries = a.tries + 1,
            wait_until = case when a.tries + 1 < allowed[i] then a.wait_until
              else moment + pg_catalog.make_interval(secs => least(longest_waits[i], first_waits[i] * pg_catalog.power(2, least(20, a.tries + 1 - allowed[i])))) end
          where a.what = whats[i] and a.key = keys[i];
        end loop;
        -- a few of those that no longer matter, so that the table stays as large as what is going on
        delete from app.attempt where ctid = any(array(
          select b.ctid from app.attempt b where b.forget_at <= moment order by b.forget_at limit 10 for update skip locked));
        return 0;
      end $$;

      -- the try went well, or failed through no fault of whoever made it: it never was
      create function app.forgive_attempt(whats text[], keys bytea[])
      returns void language sql volatile security definer set search_path = '' as $$
        update app.attempt a set tries = greatest(0, a.tries - 1), wait_until = '-infinity'
        from unnest(whats, keys) as one (what, key) where a.what = one.what and a.key = one.key $$;

      -- somebody proved in another way who they are
      create function app.forget_attempts(forgotten text, forgotten_key bytea)
      returns void language sql volatile security definer set search_path = '' as
        $$ delete from app.attempt where what = forgotten and key = forgotten_key $$;

      do $$ declare f regprocedure; begin
        foreach f in array array['app.claim_attempt(text[], bytea[], int[], int[], int[], int[])', 'app.forgive_attempt(text[], bytea[])', 'app.forget_attempts(text, bytea)']::regprocedure[] loop
          execute format('revoke all on function %s from public; grant execute on function %s to attest_app', f, f);
        end loop;
      end $$;

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
