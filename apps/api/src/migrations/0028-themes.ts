import type { MigrationInterface, QueryRunner } from 'typeorm';
import { organisationRows, tenantTable } from './tenant-table';

const writes = "((select app.holds_role('business-unit')) or (select app.holds_role('qp-member')))";
const writtenByTheGroup = (table: string) => `
  create policy written on app.${table} as restrictive for insert to attest_app with check ${writes};
  create policy rewritten on app.${table} as restrictive for update to attest_app using ${writes};
  create policy removed on app.${table} as restrictive for delete to attest_app using ${writes};`;

/** What answers have in common, and those that others could learn from. */
export class Themes0028 implements MigrationInterface {
  readonly name = 'Themes1795305601028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.theme (
        partnership_id uuid not null references app.partnership,
        id uuid not null,
        name text not null,
        -- given to no more answers; those that have it keep it
        retired boolean not null default false,
        primary key (partnership_id, id),
        unique (partnership_id, name)
      );

      create table app.answer_theme (
        partnership_id uuid not null,
        submission_id uuid not null,
        question_id uuid not null,
        theme_id uuid not null,
        organisation_id uuid not null,
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null,
        primary key (partnership_id, submission_id, question_id, theme_id),
        foreign key (partnership_id, theme_id) references app.theme,
        foreign key (partnership_id, question_id) references app.question,
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );
      create index on app.answer_theme (partnership_id, theme_id);

      create table app.good_practice (
        partnership_id uuid not null,
        submission_id uuid not null,
        question_id uuid not null,
        organisation_id uuid not null,
        why text not null,
        -- marked by the group; the organisation asked whether others may see it; what it answered
        state text not null default 'marked' check (state in ('marked', 'asked', 'agreed', 'declined')),
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null,
        primary key (partnership_id, submission_id, question_id),
        foreign key (partnership_id, question_id) references app.question,
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );

      ${tenantTable('theme', 'select, insert, update (name, retired)')}
      create policy written on app.theme as restrictive for insert to attest_app with check ${writes};
      create policy rewritten on app.theme as restrictive for update to attest_app using ${writes};
      ${tenantTable('answer_theme', 'select, insert, delete')}
      ${organisationRows('answer_theme')}
      create policy written on app.answer_theme as restrictive for insert to attest_app with check ${writes};
      create policy removed on app.answer_theme as restrictive for delete to attest_app using ${writes};
      ${tenantTable('good_practice', 'select, insert, update (why, state, by_person, by_name, at), delete')}
      ${organisationRows('good_practice')}
      ${writtenByTheGroup('good_practice')}

      grant select, update, delete on app.answer_theme, app.good_practice to attest_scope;
      create policy keeping on app.answer_theme to attest_scope using (true) with check (true);
      create policy keeping on app.good_practice to attest_scope using (true) with check (true);
      grant select on app.theme to attest_scope;
      create policy keeping on app.theme for select to attest_scope using (true);
      set role attest_scope;
      create function app.forget_in_themes() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        update app.answer_theme set by_name = new.label where partnership_id = new.partnership_id and by_person = new.person_id;
        update app.good_practice set by_name = new.label where partnership_id = new.partnership_id and by_person = new.person_id;
        return null;
      end $$;
      create function app.dispose_of_themes() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        delete from app.answer_theme t where t.partnership_id = new.partnership_id and t.submission_id = new.id;
        delete from app.good_practice g where g.partnership_id = new.partnership_id and g.submission_id = new.id;
        return null;
      end $$;
      create function app.my_records_of_themes() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      begin
        return jsonb_build_object(
          'themes', (select jsonb_agg(jsonb_build_object('theme', t.name, 'at', a.at, 'name', a.by_name) order by a.at)
            from app.answer_theme a join app.theme t on t.partnership_id = a.partnership_id and t.id = a.theme_id where a.by_person = (app.context())[2]::uuid),
          'goodPractice', (select jsonb_agg(jsonb_build_object('why', g.why, 'at', g.at, 'name', g.by_name) order by g.at)
            from app.good_practice g where g.by_person = (app.context())[2]::uuid));
      end $$;
      revoke all on function app.forget_in_themes(), app.dispose_of_themes(), app.my_records_of_themes() from public;
      grant execute on function app.forget_in_themes(), app.dispose_of_themes() to attest_owner;
      set role attest_owner;
      create trigger forget_in_themes after insert or update on app.erasure for each row when (new.state = 'done') execute function app.forget_in_themes();
      create trigger dispose_of_themes after update of disposed_on on app.submission for each row when (new.disposed_on is not null) execute function app.dispose_of_themes();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
