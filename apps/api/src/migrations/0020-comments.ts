import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amongColleagues } from './0020-sharing';
import { tenantTable } from './tenant-table';

/** What colleagues say to one another about a question, and which they want to come back to. */
export class Comments0020 implements MigrationInterface {
  readonly name = 'Comments1795305600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.comment (
        partnership_id uuid not null,
        id uuid not null,
        submission_id uuid not null,
        organisation_id uuid not null,
        question_id uuid not null,
        -- changes that are asked for stand in the way of submitting until they are resolved
        kind text not null check (kind in ('comment', 'changes')),
        words text not null,
        mentions uuid[] not null default '{}',
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null default now(),
        resolved_at timestamptz,
        resolved_by uuid,
        resolved_by_name text,
        primary key (partnership_id, id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id),
        foreign key (partnership_id, question_id) references app.question
      );
      create index on app.comment (partnership_id, submission_id, question_id);
      create index on app.comment (partnership_id, organisation_id) where resolved_at is null;
      ${tenantTable('comment', 'select, insert, update (resolved_at, resolved_by, resolved_by_name)')}
      ${amongColleagues('comment')}

      create table app.question_flag (
        partnership_id uuid not null,
        submission_id uuid not null,
        question_id uuid not null,
        organisation_id uuid not null,
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null default now(),
        primary key (partnership_id, submission_id, question_id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id),
        foreign key (partnership_id, question_id) references app.question
      );
      ${tenantTable('question_flag', 'select, insert, delete')}
      ${amongColleagues('question_flag')}

      set role attest_scope;
      create function app.dispose_comments() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        delete from app.comment c where c.partnership_id = new.partnership_id and c.submission_id = new.id;
        delete from app.question_flag f where f.partnership_id = new.partnership_id and f.submission_id = new.id;
        return null;
      end $$;
      -- what was said stays, as the organisation's; who said it is forgotten, and so is the name where others wrote it
      create function app.forget_in_comments() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        update app.comment c set words = replace(c.words, '@' || p.name, '@' || new.label), mentions = array_remove(c.mentions, p.id)
        from app.person p where p.id = new.person_id and c.partnership_id = new.partnership_id and p.id = any(c.mentions);
        update app.comment c set by_name = new.label where c.partnership_id = new.partnership_id and c.by_person = new.person_id;
        update app.comment c set resolved_by_name = new.label where c.partnership_id = new.partnership_id and c.resolved_by = new.person_id;
        update app.question_flag f set by_name = new.label where f.partnership_id = new.partnership_id and f.by_person = new.person_id;
        return null;
      end $$;
      create function app.my_records_of_comments() returns jsonb language plpgsql stable security definer set search_path = '' as $$
      declare me uuid := (app.context())[2]::uuid;
      begin
        return jsonb_build_object('comments', (
          select jsonb_agg(jsonb_build_object('organisation', o.name, 'question', q.ref, 'at', c.at, 'kind', c.kind, 'by', case when c.by_person = me then c.by_name end,
            'words', case when c.by_person = me then c.words end, 'mentionsYou', me = any(c.mentions)) order by c.at, c.id)
          from app.comment c join app.question q on q.partnership_id = c.partnership_id and q.id = c.question_id join app.organisation o on o.id = c.organisation_id
          where c.by_person = me or me = any(c.mentions) or c.resolved_by = me));
      end $$;
      revoke all on function app.dispose_comments(), app.forget_in_comments(), app.my_records_of_comments() from public;
      grant execute on function app.dispose_comments(), app.forget_in_comments() to attest_owner;

      set role attest_owner;
      create trigger dispose_comments after update of disposed_on on app.submission
        for each row when (new.disposed_on is not null) execute function app.dispose_comments();
      -- the erasure says so before the account is closed and its name is gone
      create trigger forget_in_comments after insert or update of state on app.erasure
        for each row when (new.state = 'done') execute function app.forget_in_comments();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
