import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, writtenByBusinessUnit } from './tenant-table';

/** The Word file into which a partnership has its papers put. Who brought it, the trail says. */
export class WordTemplate0031 implements MigrationInterface {
  readonly name = 'WordTemplate1795305600031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      create table app.word_template (
        partnership_id uuid primary key references app.partnership,
        file_name text not null,
        bytes bytea not null check (octet_length(bytes) <= 5 * 1024 * 1024),
        -- what it has places for, and what stands in braces in it that nothing is put in for
        places text[] not null,
        unknown text[] not null,
        saved_at timestamptz not null
      );
      -- a zip is as small as it gets
      alter table app.word_template alter column bytes set storage external;
      ${tenantTable('word_template', 'select, insert, update (file_name, bytes, places, unknown, saved_at), delete')}
      ${writtenByBusinessUnit('word_template')}
      create policy removed on app.word_template as restrictive for delete to attest_app using ((select app.holds_role('business-unit')));
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
