import type { MigrationInterface, QueryRunner } from 'typeorm';
import { organisationRows, tenantTable } from './tenant-table';
import { SIGNING_FUNCTIONS, SIGNING_IN_RECORDS } from './0019-signing-functions';

/** Signatures one after the other, and returns that are opened again. */
export class SigningOff0019 implements MigrationInterface {
  readonly name = 'SigningOff1795305600019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      alter table app.submission drop constraint submission_state_check;
      alter table app.submission add constraint submission_state_check
        check (state in ('not-started', 'in-progress', 'signing', 'submitted', 'reopened', 'accepted'));
      -- said here too, because every save asks: until when a return that was opened again takes answers, and to which questions (null: to all)
      alter table app.submission add column reopened_until date, add column reopened_questions uuid[];
      grant update (reopened_until, reopened_questions) on app.submission to attest_app;
      create index on app.submission (reference) where reference is not null;

      -- append only but for being voided: what was signed is the text whose hash stands beside the name
      create table app.signature (
        partnership_id uuid not null,
        id uuid not null,
        submission_id uuid not null,
        organisation_id uuid not null,
        step text not null,
        asked_of text not null,
        person_id uuid not null,
        person_name text not null,
        role text not null,
        declaration text not null,
        sha256 text not null,
        at timestamptz not null default now(),
        voided_at timestamptz,
        voided_by uuid,
        voided_by_name text,
        void_reason text,
        check ((voided_at is null) = (voided_by is null)),
        primary key (partnership_id, id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );
      create unique index signature_stands on app.signature (partnership_id, submission_id, step) where voided_at is null;
      create index on app.signature (partnership_id, submission_id, at);

      create table app.reopening (
        partnership_id uuid not null,
        id uuid not null,
        submission_id uuid not null,
        organisation_id uuid not null,
        state text not null check (state in ('asked', 'open', 'declined', 'done')),
        -- null: the whole return
        question_ids uuid[],
        reason text not null,
        asked_by uuid not null,
        asked_by_name text not null,
        asked_at timestamptz not null default now(),
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        -- why it was declined
        decision text,
        until_on date,
        done_at timestamptz,
        primary key (partnership_id, id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );
      create unique index reopening_live on app.reopening (partnership_id, submission_id) where state in ('asked', 'open');
      create index on app.reopening (partnership_id, submission_id, asked_at);

      do $$ declare t text; begin
        foreach t in array array['signature', 'reopening'] loop
          execute format('create policy keeping on app.%I to attest_scope using (true) with check (true); grant select, update, delete on app.%I to attest_scope;', t, t);
        end loop;
      end $$;

      set role attest_scope;
      ${SIGNING_FUNCTIONS}
      ${SIGNING_IN_RECORDS}

      set role attest_owner;
      ${tenantTable('signature', 'select, insert, update (voided_at, voided_by, voided_by_name, void_reason)')}
      ${organisationRows('signature')}
      create policy own_name on app.signature as restrictive for insert to attest_app
        with check (person_id = ((select app.context())[2])::uuid and organisation_id = any((select app.signing_organisations())::uuid[]));
      create policy voided_once on app.signature as restrictive for update to attest_app
        using (voided_at is null and (organisation_id = any((select app.signing_organisations())::uuid[]) or (select app.holds_role('business-unit'))))
        with check (voided_by is null or voided_by = ((select app.context())[2])::uuid);

      ${tenantTable('reopening', 'select, insert, update (state, question_ids, decided_by, decided_by_name, decided_at, decision, until_on, done_at)')}
      ${organisationRows('reopening')}
      create policy asked_or_opened on app.reopening as restrictive for insert to attest_app
        with check (asked_by = ((select app.context())[2])::uuid
          and (state = 'open' and (select app.holds_role('business-unit')) or state = 'asked' and organisation_id = any((select app.signing_organisations())::uuid[])));
      -- the business unit decides; the last signature ends what was opened
      create policy decided_or_done on app.reopening as restrictive for update to attest_app
        using (state in ('asked', 'open') and (select app.holds_role('business-unit')) or state = 'open' and organisation_id = any((select app.signing_organisations())::uuid[]))
        with check (state <> 'done' and (select app.holds_role('business-unit')) or state = 'done' and organisation_id = any((select app.signing_organisations())::uuid[]));

      create trigger forget_in_signing after update on app.erasure for each row when (new.state = 'done' and old.state <> 'done') execute function app.forget_in_signing();
      create trigger dispose_of_signing after update on app.submission for each row when (new.disposed_on is not null and old.disposed_on is null) execute function app.dispose_of_signing();

      drop policy still_open on app.submission;
      create policy still_open on app.submission as restrictive for update to attest_app
        using (state in ('not-started', 'in-progress', 'signing', 'reopened') or (select app.holds_role('business-unit')))
        with check (true);

      -- the moves of libs/domain/src/lifecycle/submission.ts, whatever statement comes
      create function app.keep_moves() returns trigger language plpgsql set search_path = '' as $$
      begin
        if old.state <> new.state and (old.state || ' ' || new.state) not in (
          'not-started in-progress', 'in-progress signing', 'in-progress submitted', 'reopened signing', 'reopened submitted', 'signing submitted',
          'signing in-progress', 'signing reopened', 'submitted reopened', 'submitted accepted', 'accepted reopened') then
          raise exception 'a return does not go from % to %', old.state, new.state using errcode = '42501';
        end if;
        if old.state in ('submitted', 'accepted') and (old.state = new.state or not app.holds_role('business-unit')) then
          raise exception 'what was handed in changes only when the business unit opens or accepts it' using errcode = '42501';
        end if;
        if (old.reopened_until, old.reopened_questions) is distinct from (new.reopened_until, new.reopened_questions)
          and not (old.state in ('submitted', 'accepted') and new.state = 'reopened')
          and not (new.state = 'submitted' and new.reopened_until is null and new.reopened_questions is null) then
          raise exception 'how far a return is open is said when it is opened' using errcode = '42501';
        end if;
        return new;
      end $$;
      create trigger keep_moves before update on app.submission for each row
        when (current_user = 'attest_app' and (old.state in ('submitted', 'accepted') or old.state <> new.state or (old.reopened_until, old.reopened_questions) is distinct from (new.reopened_until, new.reopened_questions)))
        execute function app.keep_moves();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
