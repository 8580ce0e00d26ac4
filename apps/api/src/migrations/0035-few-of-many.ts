import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is counted of a round though few are so: without these, all of its answers and members are read to find them. */
export class FewOfMany0035 implements MigrationInterface {
  readonly name = 'FewOfMany1795305600035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      create index on app.answer (partnership_id, submission_id) where carried is not null;
      create index on app.round_member (partnership_id, round_id) where exempt_reason is not null;
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
