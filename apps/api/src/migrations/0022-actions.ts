import type { MigrationInterface, QueryRunner } from 'typeorm';
import { organisationRows, tenantTable } from './tenant-table';

/** What organisations promise to do about what is not met, and what came of it. */
export class Actions0022 implements MigrationInterface {
  readonly name = 'Actions1795305600022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.action (
        partnership_id uuid not null,
        id uuid not null,
        organisation_id uuid not null references app.organisation,
        -- printed as A-31; counted within the organisation
        number int not null,
        submission_id uuid not null,
        -- what it comes from; null where it is about the return as a whole
        question_id uuid,
        -- how that question was rated when the action was planned
        level text,
        title text not null,
        owner text not null,
        due_on date,
        state text not null default 'open' check (state in ('open', 'claimed', 'verified', 'dropped')),
        completion text not null default '',
        impact text not null default '',
        version int not null default 1,
        changed_by uuid not null,
        changed_by_name text not null,
        changed_at timestamptz not null,
        primary key (partnership_id, id),
        unique (partnership_id, organisation_id, number),
        unique (partnership_id, id, organisation_id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id),
        foreign key (partnership_id, question_id) references app.question
      );
      create index on app.action (partnership_id, submission_id);

      -- append only: what became of it, and how it stood then
      create table app.action_event (
        partnership_id uuid not null,
        id uuid not null,
        action_id uuid not null,
        organisation_id uuid not null,
        move text not null check (move in ('plan', 'change', 'claim', 'verify', 'send-back', 'drop', 'resume')),
        reason text not null default '',
        plan jsonb not null,
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null,
        primary key (partnership_id, id),
        foreign key (partnership_id, action_id, organisation_id) references app.action (partnership_id, id, organisation_id)
      );
      create index on app.action_event (partnership_id, action_id);

      ${tenantTable('action', 'select, insert, update (title, owner, due_on, state, completion, impact, version, changed_by, changed_by_name, changed_at)')}
      ${tenantTable('action_event', 'select, insert')}

      ${organisationRows('action')}
      ${organisationRows('action_event')}
      -- like an answer, what is planned is the organisation's alone until its return was handed in for the first time
      create policy handed_in on app.action as restrictive for select to attest_app
        using (organisation_id = any((select app.listed_organisations())::uuid[])
          or exists (select from app.submission s where s.partnership_id = action.partnership_id and s.id = action.submission_id and s.submitted_at is not null));
      create policy handed_in on app.action_event as restrictive for select to attest_app
        using (organisation_id = any((select app.listed_organisations())::uuid[])
          or exists (select from app.action a where a.partnership_id = action_event.partnership_id and a.id = action_event.action_id));

      -- an organisation never verifies its own, and what was verified stays as it is
      create policy planned on app.action as restrictive for insert to attest_app with check (state = 'open');
      create policy carried_out on app.action as restrictive for update to attest_app
        using (state <> 'verified') with check (state <> 'verified' or (select app.holds_role('business-unit')));

      grant select, update, delete on app.action, app.action_event to attest_scope;
      create policy keeping on app.action to attest_scope using (true) with check (true);
      create policy keeping on app.action_event to attest_scope using (true) with check (true);

      set role attest_scope;
      create function app.forget_in_actions() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        update app.action set changed_by_name = new.label where partnership_id = new.partnership_id and changed_by = new.person_id;
        update app.action_event set by_name = new.label where partnership_id = new.partnership_id and by_person = new.person_id;
        return null;
      end $$;
      -- an action belongs to the return that it comes from, and goes with it
      create function app.dispose_of_actions() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        delete from app.action_event e using app.action a
        where a.partnership_id = new.partnership_id and a.submission_id = new.id and e.partnership_id = a.partnership_id and e.action_id = a.id;
        delete from app.action a where a.partnership_id = new.partnership_id and a.submission_id = new.id;
        return null;
      end $$;
      create function app.my_records_of_actions() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      begin
        return jsonb_build_object('actions', (
          select jsonb_agg(jsonb_build_object('organisation', o.name, 'number', a.number, 'at', e.at, 'move', e.move, 'reason', e.reason, 'plan', e.plan, 'name', e.by_name) order by e.at, e.id)
          from app.action_event e join app.action a on a.partnership_id = e.partnership_id and a.id = e.action_id join app.organisation o on o.id = e.organisation_id
          where e.by_person = (app.context())[2]::uuid));
      end $$;
      revoke all on function app.forget_in_actions(), app.dispose_of_actions(), app.my_records_of_actions() from public;
      grant execute on function app.forget_in_actions(), app.dispose_of_actions() to attest_owner;
      set role attest_owner;
      create trigger forget_in_actions after insert or update on app.erasure for each row when (new.state = 'done') execute function app.forget_in_actions();
      create trigger dispose_of_actions after update of disposed_on on app.submission for each row when (new.disposed_on is not null) execute function app.dispose_of_actions();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
