import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is typed waits on the device until it has arrived, under a key that only this database has; and what can no longer be
 * saved is kept for whoever typed it. Both are a person's own and reached through functions alone.
 */
export class NothingTypedIsLost0017 implements MigrationInterface {
  readonly name = 'NothingTypedIsLost1795305600017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.device_key (
        person_id uuid not null references app.person,
        device_id uuid not null,
        -- sealed by the application, whose own key the database does not have
        key bytea not null,
        made_at timestamptz not null,
        used_at timestamptz not null,
        primary key (person_id, device_id)
      );
      create table app.kept_draft (
        partnership_id uuid not null,
        id uuid not null,
        person_id uuid not null references app.person,
        submission_id uuid not null,
        question_id uuid not null,
        organisation_id uuid not null,
        level text,
        value jsonb,
        note text not null,
        na_reason text,
        -- the code of the refusal
        because text not null,
        kept_at timestamptz not null,
        -- then the words are gone: that it was there is all that is left of it
        dropped_at timestamptz,
        primary key (partnership_id, id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id),
        foreign key (partnership_id, question_id) references app.question
      );
      create index on app.kept_draft (partnership_id, submission_id, person_id);
      create index on app.kept_draft (partnership_id, question_id);
      create index on app.kept_draft (person_id);
      do $$ declare t text; begin
        foreach t in array array['device_key', 'kept_draft'] loop
          execute format('alter table app.%I enable row level security; alter table app.%I force row level security;
            create policy scope on app.%I to attest_scope using (true) with check (true);
            grant select, insert, update, delete on app.%I to attest_scope;', t, t, t, t);
        end loop;
      end $$;

      set role attest_scope;
      ${DEVICE_KEYS}
      ${KEPT_DRAFTS}
      ${FORGETTING}
      revoke all on function app.my_records_of_drafts() from public;
      do $$ declare f regprocedure; begin
        for f in select p.oid::regprocedure from pg_catalog.pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname in (
          'use_device_key', 'expire_device_key', 'keep_draft', 'my_drafts', 'drop_draft', 'forget_drafts_of_return', 'forget_drafts_of_erased', 'forget_what_waits') loop
          execute format('revoke all on function %s from public', f);
          execute format('grant execute on function %s to %I', f, case when f::text ~ 'app\\.forget_' then 'attest_owner' else 'attest_app' end);
        end loop;
      end $$;

      set role attest_owner;
      create trigger forget_drafts after update of disposed_on on app.submission
        for each row when (new.disposed_on is not null) execute function app.forget_drafts_of_return();
      create trigger forget_drafts after update of state on app.erasure
        for each row when (new.state = 'done') execute function app.forget_drafts_of_erased();
      create trigger forget_what_waits after update of erased_at on app.person
        for each row when (new.erased_at is not null) execute function app.forget_what_waits();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}

const DEVICE_KEYS = `
  -- one's own for this device: the one there is, unless it lay unused too long, or the fresh one. A person has fifty devices at most
  create function app.use_device_key(device uuid, fresh bytea, at timestamptz, unused interval) returns table (key bytea, made_at timestamptz)
  language plpgsql volatile security definer set search_path = '' as $$
  declare me uuid := (app.context())[2]::uuid;
  begin
    delete from app.device_key k where k.person_id = me and k.used_at < at - unused;
    return query insert into app.device_key as d (person_id, device_id, key, made_at, used_at) values (me, device, fresh, at, at)
      on conflict (person_id, device_id) do update set used_at = greatest(d.used_at, excluded.used_at) returning d.key, d.made_at;
    delete from app.device_key k where k.person_id = me and k.device_id not in (
      select x.device_id from app.device_key x where x.person_id = me order by x.used_at desc, x.device_id limit 50);
  end $$;

  -- asked by a job, which works for nobody: it can only end what its time is over for. Answers when to look again; null when it is gone
  create function app.expire_device_key(person uuid, device uuid, at timestamptz, unused interval) returns timestamptz
  language plpgsql volatile security definer set search_path = '' as $$
  begin
    delete from app.device_key k where k.person_id = person and k.device_id = device and k.used_at <= at - unused and k.used_at <= now() - interval '1 day';
    return (select k.used_at + unused from app.device_key k where k.person_id = person and k.device_id = device);
  end $$;
`;

const KEPT_DRAFTS = `
  -- whether the caller may see the return is decided before; here, that question and return belong together. Twice is once
  create function app.keep_draft(draft uuid, of_submission uuid, of_question uuid, of_level text, of_value jsonb, of_note text, of_reason text, why text, at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
  declare ctx text[] := app.context();
  begin
    insert into app.kept_draft (partnership_id, id, person_id, submission_id, question_id, organisation_id, level, value, note, na_reason, because, kept_at)
    select s.partnership_id, draft, ctx[2]::uuid, s.id, q.id, s.organisation_id, of_level, of_value, of_note, of_reason, why, at
    from app.submission s join app.question q on q.partnership_id = s.partnership_id and q.id = of_question
    where s.partnership_id = ctx[1]::uuid and s.id = of_submission and s.disposed_on is null and s.organisation_id = any(app.visible_organisations())
    on conflict do nothing;
    return exists (select from app.kept_draft d where d.partnership_id = ctx[1]::uuid and d.id = draft and d.person_id = ctx[2]::uuid and d.submission_id = of_submission and d.question_id = of_question);
  end $$;

  create function app.my_drafts(of_submission uuid)
  returns table (id uuid, template_version_id uuid, question_id uuid, level text, value jsonb, note text, na_reason text, because text, kept_at timestamptz)
  language plpgsql stable security definer set search_path = '' as $$
  declare ctx text[] := app.context();
  begin
    return query select d.id, q.template_version_id, d.question_id, d.level, d.value, d.note, d.na_reason, d.because, d.kept_at
      from app.kept_draft d join app.question q on q.partnership_id = d.partnership_id and q.id = d.question_id
      where d.partnership_id = ctx[1]::uuid and d.person_id = ctx[2]::uuid and d.submission_id = of_submission and d.dropped_at is null order by d.kept_at, d.id;
  end $$;

  -- answers whose it was about; null when it is none of the caller's
  create function app.drop_draft(draft uuid) returns uuid language plpgsql volatile security definer set search_path = '' as $$
  declare
    ctx text[] := app.context();
    about uuid;
  begin
    update app.kept_draft d set level = null, value = null, note = '', na_reason = null, dropped_at = coalesce(d.dropped_at, now())
    where d.partnership_id = ctx[1]::uuid and d.person_id = ctx[2]::uuid and d.id = draft returning d.organisation_id into about;
    return about;
  end $$;

  create function app.my_records_of_drafts() returns jsonb language plpgsql stable security definer set search_path = '' as $$
  begin
    return jsonb_build_object('drafts', (select jsonb_agg(jsonb_build_object('round', r.name, 'organisation', o.name, 'question', q.ref, 'at', d.kept_at, 'level', d.level, 'value', d.value, 'note', d.note, 'notApplicable', d.na_reason) order by d.kept_at, d.id)
      from app.kept_draft d join app.question q on q.partnership_id = d.partnership_id and q.id = d.question_id
      join app.submission s on s.partnership_id = d.partnership_id and s.id = d.submission_id
      join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id join app.organisation o on o.id = d.organisation_id
      where d.person_id = (app.context())[2]::uuid and d.dropped_at is null));
  end $$;
`;

/** By triggers, as 0013-places-of-names.ts has it. */
const FORGETTING = `
  create function app.forget_drafts_of_return() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    delete from app.kept_draft d where d.partnership_id = new.partnership_id and d.submission_id = new.id;
    return null;
  end $$;

  create function app.forget_drafts_of_erased() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    delete from app.kept_draft d where d.partnership_id = new.partnership_id and d.person_id = new.person_id;
    return null;
  end $$;

  create function app.forget_what_waits() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    delete from app.device_key k where k.person_id = new.id;
    delete from app.kept_draft d where d.person_id = new.id;
    return null;
  end $$;
`;
