import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CARRYING } from './0015-carry-functions';
import { organisationRows, tenantTable } from './tenant-table';

/** An open round goes over to a newer version of its questionnaire, and back. */
export class CarryOver0015 implements MigrationInterface {
  readonly name = 'CarryOver1795305600015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      -- came from a question in other words, and nobody has looked since
      alter table app.answer add column to_check boolean not null default false;
      grant update (to_check) on app.answer to attest_app;

      create table app.carry_over (
        partnership_id uuid not null,
        id uuid not null,
        round_id uuid not null,
        from_version_id uuid not null,
        to_version_id uuid not null,
        at timestamptz not null,
        undone_at timestamptz,
        primary key (partnership_id, id),
        foreign key (partnership_id, round_id) references app.round,
        foreign key (partnership_id, from_version_id) references app.template_version,
        foreign key (partnership_id, to_version_id) references app.template_version
      );
      create index on app.carry_over (partnership_id, round_id);
      create table app.carried_return (
        partnership_id uuid not null,
        carry_over_id uuid not null,
        submission_id uuid not null,
        organisation_id uuid not null,
        -- of the return, once carried over: while it is this, nothing newer has happened
        version int not null,
        -- what of the return is not to be had from anything else
        before jsonb not null,
        kept int not null,
        to_check int not null,
        set_aside int not null,
        added int not null,
        -- of each answer that moved: question before, question after, whether it was to be checked before, and after
        moved jsonb not null,
        primary key (partnership_id, carry_over_id, submission_id),
        foreign key (partnership_id, carry_over_id) references app.carry_over,
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );
      create index on app.carried_return (partnership_id, submission_id);

      -- written by the functions below alone
      ${tenantTable('carry_over', 'select')}
      ${tenantTable('carried_return', 'select')}
      ${organisationRows('carried_return')}
      create policy scope on app.carry_over to attest_scope using (true) with check (true);
      create policy scope on app.carried_return to attest_scope using (true) with check (true);
      grant select, insert, update on app.carry_over to attest_scope;
      grant select, insert, delete on app.carried_return to attest_scope;
      grant update (template_version_id) on app.round to attest_scope;

      set role attest_scope;
      ${CARRYING}
      do $$ declare f regprocedure; begin
        for f in select p.oid::regprocedure from pg_catalog.pg_proc p where p.pronamespace = 'app'::regnamespace
          and p.proname in ('carry_round', 'undo_carry', 'changed_since_carry', 'forget_carried') loop
          execute format('revoke all on function %s from public', f);
          execute format('grant execute on function %s to %I', f, case when f::text like 'app.forget_carried%' then 'attest_owner' else 'attest_app' end);
        end loop;
      end $$;

      set role attest_owner;
      create trigger forget_carried after update of disposed_on on app.submission
        for each row when (new.disposed_on is not null) execute function app.forget_carried();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
