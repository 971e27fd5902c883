import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTwoFactor1795000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users ADD COLUMN two_factor_enabled boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE TABLE two_factor (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        secret text NOT NULL,
        last_step bigint NOT NULL DEFAULT 0,
        recovery_hashes text[] NOT NULL DEFAULT '{}'
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE two_factor`);
    await runner.query(`ALTER TABLE users DROP COLUMN two_factor_enabled`);
  }
}
