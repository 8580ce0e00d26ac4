import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addedByBusinessUnit, tenantTable, writtenByBusinessUnit } from './tenant-table';

/**
 * Questionnaires that a partnership writes itself: drafts that change edit by edit, where each question comes from, and which
 * edition of a statutory source is in force. What was published stays as it was, and so do the questions of it.
 */
export class Authoring0012 implements MigrationInterface {
  readonly name = 'Authoring1795305600012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      alter table app.template_version
        add column revision int not null default 0,
        add column changed_at timestamptz,
        add column changed_by text not null default '',
        drop constraint template_version_state_check,
        add constraint template_version_state_check check (state in ('draft', 'discarded', 'published', 'retired')),
        drop constraint template_version_partnership_id_template_id_edition_key,
        add constraint published_with_hash check (state in ('draft', 'discarded') or content_hash <> '');
      -- several may draft the same edition; one is published
      create unique index on app.template_version (partnership_id, template_id, edition) where state in ('published', 'retired');
      create index on app.template_version (partnership_id, template_id);

      create policy drafts on app.template_version as restrictive for select to attest_app
        using (state in ('published', 'retired') or (select app.holds_role('business-unit')));

      -- everything but the state is what it was when it was published, whoever asks
      create or replace function app.keep_published() returns trigger language plpgsql set search_path = '' as $$
      begin
        if old.state in ('published', 'retired') and (tg_op = 'DELETE' or new.state not in ('published', 'retired')
            or to_jsonb(new) - 'state' <> to_jsonb(old) - 'state') then
          raise exception 'a published version never changes: make a new one' using errcode = 'AT001';
        end if;
        return coalesce(new, old);
      end $$;

      -- the questions of a version are there before it is published, and never change
      create function app.keep_questions() returns trigger language plpgsql set search_path = '' as $$
      begin
        raise exception 'the questions of a version never change: make a new one' using errcode = 'AT001';
      end $$;
      create function app.keep_from_published() returns trigger language plpgsql set search_path = '' as $$
      begin
        if exists (select from added a where not exists (select from app.template_version v
            where v.partnership_id = a.partnership_id and v.id = a.template_version_id and v.state = 'draft')) then
          raise exception 'a published version never changes: make a new one' using errcode = 'AT001';
        end if;
        return null;
      end $$;
      create trigger keep_questions before update or delete on app.question for each row execute function app.keep_questions();
      create trigger keep_from_published after insert on app.question referencing new table as added
        for each statement execute function app.keep_from_published();

      -- where each question of an edition comes from in the one before; one row for each that it comes from, one without where
      -- it is new, and one without a question where something is asked no more
      create table app.question_lineage (
        partnership_id uuid not null,
        template_version_id uuid not null,
        question_id uuid,
        from_question_id uuid,
        kind text not null check (kind in ('same', 'reworded', 'split', 'merged', 'new', 'retired')),
        note text not null default '',
        unique nulls not distinct (partnership_id, template_version_id, question_id, from_question_id),
        foreign key (partnership_id, template_version_id) references app.template_version,
        foreign key (partnership_id, question_id) references app.question,
        foreign key (partnership_id, from_question_id) references app.question,
        check ((question_id is null) = (kind = 'retired')),
        check ((from_question_id is null) = (kind = 'new'))
      );
      create index on app.question_lineage (partnership_id, from_question_id);
      create trigger keep_questions before update or delete on app.question_lineage for each row execute function app.keep_questions();
      create trigger keep_from_published after insert on app.question_lineage referencing new table as added
        for each statement execute function app.keep_from_published();

      -- every change of a draft, in its order, with what takes it back; by whom it was is copied in
      create table app.template_edit (
        partnership_id uuid not null,
        template_version_id uuid not null,
        seq int not null,
        kind text not null check (kind in ('edit', 'undo', 'redo')),
        edits jsonb not null,
        undo jsonb not null,
        touches text[] not null,
        person_id uuid not null,
        person_name text not null,
        at timestamptz not null default now(),
        primary key (partnership_id, template_version_id, seq),
        foreign key (partnership_id, template_version_id) references app.template_version
      );

      create table app.citation_edition (
        partnership_id uuid not null references app.partnership,
        title text not null,
        version text not null,
        dated date,
        primary key (partnership_id, title)
      );

      ${tenantTable('question_lineage', 'select, insert')}
      ${addedByBusinessUnit('question_lineage')}
      ${tenantTable('template_edit', 'select, insert')}
      ${addedByBusinessUnit('template_edit')}
      create policy authors on app.template_edit as restrictive for select to attest_app using ((select app.holds_role('business-unit')));
      ${tenantTable('citation_edition', 'select, insert, update')}
      ${writtenByBusinessUnit('citation_edition')}

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
