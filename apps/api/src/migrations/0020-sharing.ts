import type { MigrationInterface, QueryRunner } from 'typeorm';
import { organisationRows, tenantTable } from './tenant-table';

/**
 * What colleagues arrange among themselves while they answer: nobody in the partnership's own roles reads it, not even
 * through the database.
 */
export function amongColleagues(table: string): string {
  return `
    ${organisationRows(table)}
    create policy colleagues on app.${table} as restrictive to attest_app
      using (organisation_id = any((select app.joined_organisations())::uuid[]));
    create policy keeping on app.${table} to attest_scope using (true) with check (true);
    grant select, update, delete on app.${table} to attest_scope;
  `;
}

/** Parts of a return are given to colleagues, with a day. */
export class Sharing0020 implements MigrationInterface {
  readonly name = 'Sharing1795305600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_scope;

      -- those the caller holds a role in, one by one
      create function app.joined_organisations() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
      declare ctx text[] := app.context();
      begin
        return (select array_agg(m.organisation_id) from app.membership m
          where m.partnership_id = ctx[1]::uuid and m.person_id = ctx[2]::uuid and m.ended_at is null and m.organisation_id is not null);
      end $$;

      -- names and roles for colleagues; the addresses are for messages alone and stay in the program
      create function app.colleagues_of(organisation uuid) returns table (person_id uuid, name text, email text, roles text[])
      language plpgsql stable security definer set search_path = '' as $$
      begin
        if not coalesce(organisation = any(app.joined_organisations()), false) then return; end if;
        return query
          select p.id, p.name, p.email, array_agg(m.role order by m.role)
          from app.membership m join app.person p on p.id = m.person_id and p.deactivated_at is null
          where m.partnership_id = app.partnership() and m.organisation_id = organisation and m.ended_at is null
          group by p.id, p.name, p.email order by lower(p.name), p.id;
      end $$;
      revoke all on function app.joined_organisations(), app.colleagues_of(uuid) from public;
      grant execute on function app.joined_organisations(), app.colleagues_of(uuid) to attest_app;

      set role attest_owner;

      create table app.assignment (
        partnership_id uuid not null,
        id uuid not null,
        submission_id uuid not null,
        organisation_id uuid not null,
        section_key text not null,
        -- none: the whole section
        question_id uuid,
        person_id uuid not null,
        person_name text not null,
        due_on date,
        assigned_by uuid not null,
        assigned_by_name text not null,
        assigned_at timestamptz not null default now(),
        primary key (partnership_id, id),
        unique nulls not distinct (partnership_id, submission_id, section_key, question_id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id),
        foreign key (partnership_id, question_id) references app.question
      );
      create index on app.assignment (partnership_id, person_id);
      ${tenantTable('assignment', 'select, insert, update (person_id, person_name, due_on, assigned_by, assigned_by_name, assigned_at), delete')}
      ${amongColleagues('assignment')}

      set role attest_scope;

      -- with the answers goes what was said while they were written
      create function app.dispose_sharing() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        delete from app.assignment a where a.partnership_id = new.partnership_id and a.submission_id = new.id;
        return null;
      end $$;
      create function app.forget_in_sharing() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        delete from app.assignment a where a.partnership_id = new.partnership_id and a.person_id = new.person_id;
        update app.assignment a set assigned_by_name = new.label where a.partnership_id = new.partnership_id and a.assigned_by = new.person_id;
        return null;
      end $$;
      create function app.my_records_of_sharing() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      declare me uuid := (app.context())[2]::uuid;
      begin
        return jsonb_build_object('assignments', (
          select jsonb_agg(jsonb_build_object('round', r.name, 'organisation', o.name, 'section', a.section_key, 'dueOn', a.due_on, 'givenAt', a.assigned_at,
            'to', case when a.person_id = me then a.person_name end, 'by', case when a.assigned_by = me then a.assigned_by_name end) order by a.assigned_at, a.id)
          from app.assignment a join app.submission s on s.partnership_id = a.partnership_id and s.id = a.submission_id
          join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id join app.organisation o on o.id = a.organisation_id
          where me in (a.person_id, a.assigned_by)));
      end $$;
      revoke all on function app.dispose_sharing(), app.forget_in_sharing(), app.my_records_of_sharing() from public;
      grant execute on function app.dispose_sharing(), app.forget_in_sharing() to attest_owner;

      set role attest_owner;
      create trigger dispose_sharing after update of disposed_on on app.submission
        for each row when (new.disposed_on is not null) execute function app.dispose_sharing();
      create trigger forget_in_sharing after insert or update of state on app.erasure
        for each row when (new.state = 'done') execute function app.forget_in_sharing();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
