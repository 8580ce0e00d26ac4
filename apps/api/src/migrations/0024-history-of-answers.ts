import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of an answer says where words came from that nobody typed. */
export class HistoryOfAnswers0024 implements MigrationInterface {
  readonly name = 'HistoryOfAnswers1795305600024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role attest_owner;
      alter table app.answer_event add column via text not null default 'page' check (via in ('page', 'last-round'));
      reset role;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
