import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts counted peers whenever they were read: two looks, with one return handed in between, told what that one said. They show what was published instead. */
export class NoPeersOnTheSpot0034 implements MigrationInterface {
  readonly name = 'NoPeersOnTheSpot1795305600034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.peer_levels(uuid)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
