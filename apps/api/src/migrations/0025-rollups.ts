import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLLING_UP } from './0025-rolling-up';
import { organisationRows, tenantTable } from './tenant-table';

/** Whatever an answer or a rating changes by, the row of its return changes with it, in the same statement. */
const onChange = (table: string, only = '') => ['insert', 'update', 'delete'].map((event) => `
  create trigger roll_up_${event} after ${event} on app.${table} referencing ${event === 'delete' ? 'old' : 'new'} table as changed
    for each statement ${only} execute function app.roll_up_changed();`).join('');

const HANDED_IN = (row: string) => `${row}.state in ('submitted', 'accepted')`;

/** One short row for each return, with all that figures are counted from: 1,500 of them are read in the time of a dozen traces. */
export class Rollups0025 implements MigrationInterface {
  readonly name = 'Rollups1795305600025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;

      -- written by triggers alone, in the statement that changes what it is made of
      create table app.return_rollup (
        partnership_id uuid not null,
        submission_id uuid not null,
        round_id uuid not null,
        round_member_id uuid not null,
        organisation_id uuid not null,
        -- the edition it was handed in on, whose order the characters below stand in; null while it is not handed in, and nothing stands in it
        template_version_id uuid,
        -- a character for each section, and one for the whole return: A is the best level of the scale of results, B the next; "-" nothing is rated;
        -- "." fell away while it was answered; " " no rating
        self text not null,
        moderated text not null,
        -- a character for each question: a level of its own scale, "+" answered and not rated, "-" not applicable, "." unanswered
        answers text not null,
        -- the answers that decide which questions are asked: key, level, value, whether it does not apply
        decisive jsonb not null,
        primary key (partnership_id, submission_id),
        unique (partnership_id, round_member_id),
        foreign key (partnership_id, submission_id, organisation_id) references app.submission (partnership_id, id, organisation_id) on delete cascade
      );
      create index on app.return_rollup (partnership_id, round_id);
      ${tenantTable('return_rollup', 'select')}
      ${organisationRows('return_rollup')}
      create policy scope on app.return_rollup to attest_scope using (true) with check (true);
      grant select, insert, update on app.return_rollup to attest_scope;

      set role attest_scope;
      ${ROLLING_UP}
      set role attest_owner;
      create trigger roll_up_insert after insert on app.submission referencing new table as changed for each statement execute function app.roll_up_new();
      create trigger roll_up after update of state, template_version_id, evidence on app.submission for each row
        when ((old.state, old.template_version_id, old.evidence) is distinct from (new.state, new.template_version_id, new.evidence) and (${HANDED_IN('old')} or ${HANDED_IN('new')}))
        execute function app.roll_up_return();
      ${onChange('rating')}
      -- the program itself cannot change an answer that was handed in: keep_handed_in sees to that, and so a save need not wait for this
      ${onChange('answer', "when (current_user <> 'attest_app')")}

      set role attest_scope;
      do $$ declare pid uuid; begin
        for pid in select distinct s.partnership_id from app.submission s loop
          perform app.roll_up(pid, array(select s.id from app.submission s where s.partnership_id = pid));
        end loop;
      end $$;
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
