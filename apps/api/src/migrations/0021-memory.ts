import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was taken from the round before, and whether a word of it was changed since. */
export class Memory0021 implements MigrationInterface {
  readonly name = 'Memory1795305600021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      -- null: written this time. Until somebody has changed or confirmed it, such an answer is also to check
      alter table app.answer add column carried text check (carried in ('unchanged', 'changed'));
      grant update (carried) on app.answer to attest_app;
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
