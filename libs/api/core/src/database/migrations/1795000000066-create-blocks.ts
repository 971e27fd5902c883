import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBlocks1795000000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE blocks (
        blocker_id uuid REFERENCES users ON DELETE CASCADE,
        blocked_id uuid REFERENCES users ON DELETE CASCADE,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (blocker_id, blocked_id),
        CHECK (blocker_id <> blocked_id)
      )`);
    await runner.query(`CREATE INDEX blocks_blocked ON blocks (blocked_id, blocker_id)`);
    await runner.query(`CREATE INDEX blocks_blocker ON blocks (blocker_id, created_at, blocked_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE blocks`);
  }
}
