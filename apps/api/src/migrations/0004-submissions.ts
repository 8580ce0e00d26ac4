import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addedByBusinessUnit, organisationRows, tenantTable } from './tenant-table';

/** What organisations answer, every version of it, and how it is rated. */
export class Submissions0004 implements MigrationInterface {
  readonly name = 'Submissions1795305600004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.submission (
        partnership_id uuid not null,
        id uuid not null,
        round_id uuid not null,
        round_member_id uuid not null,
        organisation_id uuid not null references app.organisation,
        template_version_id uuid not null,
        state text not null default 'not-started' check (state in ('not-started', 'in-progress', 'submitted', 'reopened', 'accepted')),
        version int not null default 0,
        answered int not null default 0,
        required int not null default 0,
        -- what it would be rated if it were handed in now; ratings are rows once it has been
        standing jsonb,
        started_at timestamptz,
        last_saved_at timestamptz,
        submitted_at timestamptz,
        reference text,
        primary key (partnership_id, id),
        unique (partnership_id, round_member_id),
        unique (partnership_id, id, organisation_id),
        unique (partnership_id, reference),
        foreign key (partnership_id, round_id) references app.round,
        foreign key (partnership_id, round_member_id) references app.round_member,
        foreign key (partnership_id, template_version_id) references app.template_version
      );
      create index on app.submission (partnership_id, round_id);
      create index on app.submission (partnership_id, organisation_id);

      create table app.answer (
        partnership_id uuid not null,
        submission_id uuid not null,
        question_id uuid not null,
        organisation_id uuid not null,
        level text,
        value jsonb,
        note text not null default '',
        na_reason text,
        version int not null,
        updated_by uuid not null,
        updated_by_name text not null,
        updated_at timestamptz not null default now(),
        primary key (partnership_id, submission_id, question_id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id),
        foreign key (partnership_id, question_id) references app.question
      );
      create index on app.answer (partnership_id, question_id);

      -- append only: what was saved, and what was typed but lost a race, with who and when
      create table app.answer_event (
        partnership_id uuid not null,
        operation_id uuid not null,
        submission_id uuid not null,
        question_id uuid not null,
        organisation_id uuid not null,
        outcome text not null check (outcome in ('saved', 'conflict')),
        version int not null,
        level text,
        value jsonb,
        note text not null,
        na_reason text,
        by_person uuid not null,
        by_name text not null,
        at timestamptz not null default now(),
        -- so that the same operation sent again is answered the same
        questions_changed boolean not null default false,
        primary key (partnership_id, operation_id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id),
        foreign key (partnership_id, question_id) references app.question
      );
      create index on app.answer_event (partnership_id, submission_id, question_id);

      -- self, moderated and panel are rows with a layer, never an overwritten column; section '' is the whole return
      create table app.rating (
        partnership_id uuid not null,
        submission_id uuid not null,
        section_key text not null,
        layer text not null check (layer in ('self', 'moderated', 'panel')),
        round_id uuid not null,
        organisation_id uuid not null,
        level text,
        won int not null,
        available int not null,
        reason text,
        rule text not null,
        trace jsonb,
        rated_at timestamptz not null default now(),
        primary key (partnership_id, submission_id, section_key, layer),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id),
        foreign key (partnership_id, round_id) references app.round
      );
      -- everything a heatmap reads of a rating, in the order it is read: the traces beside it make the table itself ten times as wide
      create index rating_of_round on app.rating (partnership_id, round_id, submission_id, section_key, layer) include (organisation_id, level);

      create table app.submission_snapshot (
        partnership_id uuid not null,
        id uuid not null,
        submission_id uuid not null,
        organisation_id uuid not null,
        kind text not null check (kind in ('submitted', 'signed', 'final')),
        content text not null,
        sha256 text not null,
        signed_by uuid not null,
        signed_name text not null,
        signed_role text not null,
        declaration text not null,
        at timestamptz not null default now(),
        primary key (partnership_id, id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id)
      );
      create index on app.submission_snapshot (partnership_id, submission_id);

      -- whose a row is, and of what, is said when it is made and never again: only the columns named may change
      ${tenantTable('submission', 'select, insert, update (state, version, answered, required, standing, started_at, last_saved_at, submitted_at, reference)')}
      ${organisationRows('submission')}
      ${addedByBusinessUnit('submission')}
      create policy still_open on app.submission as restrictive for update to attest_app
        using (state in ('not-started', 'in-progress', 'reopened')) with check (state <> 'accepted');
      ${tenantTable('answer', 'select, insert, update (level, value, note, na_reason, version, updated_by, updated_by_name, updated_at)')}
      ${organisationRows('answer')}
      ${tenantTable('answer_event', 'select, insert')}
      ${organisationRows('answer_event')}
      ${tenantTable('rating', 'select, insert, update (level, won, available, reason, rule, trace, rated_at)')}
      ${organisationRows('rating')}
      -- an organisation rates itself and nobody else does; what others find is the business unit's to write
      create policy self_rated on app.rating as restrictive for insert to attest_app
        with check (layer = 'self' or (select app.holds_role('business-unit')));
      create policy self_rated_update on app.rating as restrictive for update to attest_app
        using (layer = 'self' or (select app.holds_role('business-unit')));
      ${tenantTable('submission_snapshot', 'select, insert')}
      ${organisationRows('submission_snapshot')}

      -- peers are read through one function that gives counts and never a name; the domain protects small groups
      do $$ declare t text; begin
        foreach t in array array['submission', 'rating', 'round_member'] loop
          execute format('create policy scope on app.%I for select to attest_scope using (true); grant select on app.%I to attest_scope;', t, t);
        end loop;
      end $$;

      set role attest_scope;
      create function app.peer_levels(of_submission uuid)
      returns table (section_key text, level text, organisations int)
      language plpgsql stable security definer set search_path = '' as $$
      declare
        pid uuid := app.partnership();
        visible uuid[] := app.visible_organisations();
        me app.submission;
        mine app.round_member;
      begin
        select * into me from app.submission s where s.partnership_id = pid and s.id = of_submission and s.organisation_id = any(visible);
        select * into mine from app.round_member m where m.partnership_id = pid and m.id = me.round_member_id;
        return query
          select r.section_key, r.level, count(*)::int
          from app.round_member m
          join app.submission s on s.partnership_id = pid and s.round_member_id = m.id and s.state in ('submitted', 'accepted')
          join app.rating r on r.partnership_id = pid and r.submission_id = s.id and r.layer = 'self' and r.level is not null
          where m.partnership_id = pid and m.round_id = mine.round_id and m.peer_group = mine.peer_group and m.organisation_id <> mine.organisation_id
          group by r.section_key, r.level;
      end $$;
      revoke all on function app.peer_levels(uuid) from public;
      grant execute on function app.peer_levels(uuid) to attest_app;

      -- what was handed in stays what was signed. Looked up with the eyes of attest_scope, because going through row-level
      -- security once more would cost a save more than the thirty microseconds this does
      create function app.keep_handed_in() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        if exists (select from app.submission s where s.partnership_id = new.partnership_id and s.id = new.submission_id and s.state in ('submitted', 'accepted')) then
          raise exception 'the answers of a return that was handed in do not change' using errcode = '42501';
        end if;
        return null;
      end $$;
      revoke all on function app.keep_handed_in() from public;
      grant execute on function app.keep_handed_in() to attest_owner;
      set role attest_owner;
      create trigger keep_handed_in after insert or update on app.answer
        for each row when (current_user = 'attest_app') execute function app.keep_handed_in();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
