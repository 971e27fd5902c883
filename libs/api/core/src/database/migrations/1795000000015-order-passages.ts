import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search that goes on from a moment asks each room for the passage in which that moment is. */
export class OrderPassages1795000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX message_passages_room_last_at ON message_passages (room_id, last_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX message_passages_room_last_at`);
  }
}
