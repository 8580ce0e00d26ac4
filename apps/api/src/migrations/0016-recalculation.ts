import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addedByBusinessUnit, organisationRows, tenantTable } from './tenant-table';

/** Ratings are worked out again on purpose and with a reason, and what they were before is kept. */
export class Recalculation0016 implements MigrationInterface {
  readonly name = 'Recalculation1795305600016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      create table app.recalculation (
        partnership_id uuid not null,
        id uuid not null,
        round_id uuid not null,
        reason text not null,
        -- the one whose ratings it put back
        undoes uuid,
        -- how many ratings got another level, only other points, or only another explanation
        levels int not null,
        points int not null,
        explanations int not null,
        at timestamptz not null,
        primary key (partnership_id, id),
        unique (partnership_id, undoes),
        foreign key (partnership_id, round_id) references app.round,
        foreign key (partnership_id, undoes) references app.recalculation
      );
      create index on app.recalculation (partnership_id, round_id);

      -- what a rating rests on, where it was not simply handed in
      alter table app.rating add column recalculation_id uuid, add foreign key (partnership_id, recalculation_id) references app.recalculation;
      grant update (recalculation_id) on app.rating to attest_app;

      -- what ratings were: written by the trigger below alone, and gone with the return when it is disposed of
      create table app.rating_history (
        partnership_id uuid not null,
        id uuid not null default gen_random_uuid(),
        submission_id uuid not null,
        section_key text not null,
        layer text not null,
        round_id uuid not null,
        organisation_id uuid not null,
        level text,
        won int not null,
        available int not null,
        reason text,
        rule text not null,
        trace jsonb,
        rated_at timestamptz not null,
        -- the recalculation it came from, and the one that replaced it; null where the return was handed in (again)
        recalculation_id uuid,
        replaced_by uuid,
        replaced_at timestamptz not null default clock_timestamp(),
        primary key (partnership_id, id),
        foreign key (partnership_id, submission_id, section_key, layer) references app.rating on delete cascade,
        foreign key (partnership_id, replaced_by) references app.recalculation
      );
      create index on app.rating_history (partnership_id, submission_id, section_key, layer);
      create index on app.rating_history (partnership_id, round_id) where replaced_by is not null;
      -- who recalculated stands in the trail and nowhere else
      create index on app.audit_event (partnership_id, (detail ->> 'recalculation')) where detail ->> 'recalculation' is not null;

      ${tenantTable('recalculation', 'select, insert')}
      ${addedByBusinessUnit('recalculation')}
      ${tenantTable('rating_history', 'select')}
      ${organisationRows('rating_history')}
      create policy scope on app.rating_history to attest_scope using (true) with check (true);
      grant select, insert on app.rating_history to attest_scope;

      set role attest_scope;
      create function app.keep_rating() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        insert into app.rating_history (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available,
          reason, rule, trace, rated_at, recalculation_id, replaced_by)
        values (old.partnership_id, old.submission_id, old.section_key, old.layer, old.round_id, old.organisation_id, old.level, old.won, old.available,
          old.reason, old.rule, old.trace, old.rated_at, old.recalculation_id,
          case when new.recalculation_id is distinct from old.recalculation_id then new.recalculation_id end);
        return null;
      end $$;
      revoke all on function app.keep_rating() from public;
      grant execute on function app.keep_rating() to attest_owner;
      set role attest_owner;
      create trigger keep_rating after update on app.rating for each row
        when ((old.level, old.won, old.available, old.reason, old.rule, old.trace) is distinct from (new.level, new.won, new.available, new.reason, new.rule, new.trace))
        execute function app.keep_rating();

      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
