import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Good practice that those who took part may read: in words written for them, and by name only where that was said. */
export class PracticeForRespondents0037 implements MigrationInterface {
  readonly name = 'PracticeForRespondents1795305601037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      alter table app.good_practice
        -- what others read of it; null where they read nothing, which is how it begins
        add column told text,
        -- whether they read whose it is
        add column named boolean not null default false,
        add constraint told_when_agreed check (told is null or (state = 'agreed' and told <> ''));
      grant update (told, named) on app.good_practice to attest_app;

      set role attest_scope;
      -- of the round of a return that was handed in and that the caller may see: nothing but what was written for others
      create function app.practice_told(of_submission uuid)
      returns table (question_id uuid, template_version_id uuid, told text, organisation_name text, own boolean)
      language plpgsql stable security definer set search_path = '' as $$
      declare
        pid uuid := app.partnership();
        visible uuid[] := app.visible_organisations();
        me app.submission;
      begin
        select * into me from app.submission s
          where s.partnership_id = pid and s.id = of_submission and s.organisation_id = any(visible) and s.state in ('submitted', 'accepted');
        return query
          select g.question_id, s.template_version_id, g.told, case when g.named then m.organisation_name end, g.organisation_id = me.organisation_id
          from app.good_practice g
          join app.submission s on s.partnership_id = pid and s.id = g.submission_id and s.round_id = me.round_id and s.state in ('submitted', 'accepted')
          join app.round_member m on m.partnership_id = pid and m.id = s.round_member_id
          where g.partnership_id = pid and g.told is not null
          order by g.at, g.submission_id, g.question_id;
      end $$;
      create or replace function app.my_records_of_themes() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      begin
        return jsonb_build_object(
          'themes', (select jsonb_agg(jsonb_build_object('theme', t.name, 'at', a.at, 'name', a.by_name) order by a.at)
            from app.answer_theme a join app.theme t on t.partnership_id = a.partnership_id and t.id = a.theme_id where a.by_person = (app.context())[2]::uuid),
          'goodPractice', (select jsonb_agg(jsonb_build_object('why', g.why, 'told', g.told, 'at', g.at, 'name', g.by_name) order by g.at)
            from app.good_practice g where g.by_person = (app.context())[2]::uuid));
      end $$;
      revoke all on function app.practice_told(uuid) from public;
      grant execute on function app.practice_told(uuid) to attest_app;

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
