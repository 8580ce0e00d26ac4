import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ARRANGEMENTS, TELLING } from './0024-carried-arrangement-functions';

/** What colleagues arranged about a question goes with it when a round goes over to another version, and those who answer are told. */
export class CarriedArrangements0024 implements MigrationInterface {
  readonly name = 'CarriedArrangements1795305600024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      -- which question stands in the place of which, in printed order: pairs of before and after
      alter table app.carry_over add column heirs jsonb not null default '[]';
      alter table app.carried_return add column told_at timestamptz, add column told_back_at timestamptz;
      grant update (told_at, told_back_at) on app.carried_return to attest_scope;

      -- what went where, so that it can come back; by identifiers alone, and reached through functions alone
      create table app.carried_thing (
        partnership_id uuid not null,
        id uuid not null default gen_random_uuid(),
        carry_over_id uuid not null,
        submission_id uuid not null,
        organisation_id uuid not null,
        kind text not null check (kind in ('assignment', 'comment', 'flag')),
        -- a flag is known by its question
        thing uuid,
        -- made for one more question, where several stand in the place of one
        copy uuid,
        from_question uuid not null,
        to_question uuid not null,
        from_section text,
        primary key (partnership_id, id),
        foreign key (partnership_id, carry_over_id) references app.carry_over,
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );
      create index on app.carried_thing (partnership_id, carry_over_id);
      create index on app.carried_thing (partnership_id, submission_id);
      alter table app.carried_thing enable row level security;
      alter table app.carried_thing force row level security;
      create policy scope on app.carried_thing to attest_scope using (true) with check (true);
      grant select, insert, delete on app.carried_thing to attest_scope;
      grant insert on app.assignment, app.comment, app.question_flag to attest_scope;

      set role attest_scope;
      ${ARRANGEMENTS}
      ${TELLING}

      set role attest_owner;
      create trigger carry_back_arrangements after update of undone_at on app.carry_over
        for each row when (old.undone_at is null and new.undone_at is not null) execute function app.carry_back_arrangements();
      create trigger forget_carried_things after update of disposed_on on app.submission
        for each row when (new.disposed_on is not null) execute function app.forget_carried_things();
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
