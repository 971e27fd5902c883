import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddAvatars1795000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users ADD COLUMN avatar text CHECK (avatar ~ '^[0-9a-f]{64}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users DROP COLUMN avatar`);
  }
}
