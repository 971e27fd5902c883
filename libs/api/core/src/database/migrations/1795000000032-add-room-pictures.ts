import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddRoomPictures1795000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE rooms ADD COLUMN picture text CHECK (picture ~ '^[0-9a-f]{64}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE rooms DROP COLUMN picture`);
  }
}
