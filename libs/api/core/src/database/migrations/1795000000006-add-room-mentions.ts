import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddRoomMentions1795000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A constant default writes no row.
    await runner.query(`ALTER TABLE messages ADD COLUMN mentions_room boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE messages DROP COLUMN mentions_room`);
  }
}
