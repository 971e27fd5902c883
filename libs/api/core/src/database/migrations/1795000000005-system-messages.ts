import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SystemMessages1795000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE messages ADD COLUMN system jsonb`);
    // Old rows need no look: the column was not there.
    await runner.query(`
      ALTER TABLE messages ADD CONSTRAINT messages_system_check
      CHECK (system IS NULL OR kind = 'system') NOT VALID`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE messages DROP COLUMN system`);
  }
}
