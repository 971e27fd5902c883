import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOneTimeTokens1795000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users ADD COLUMN email_verified_at timestamptz(3)`);
    await runner.query(`
      CREATE TABLE one_time_tokens (
        hash text PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('verify-email', 'reset-password')),
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        email text NOT NULL,
        expires_at timestamptz(3) NOT NULL
      )`);
    await runner.query(`CREATE INDEX one_time_tokens_user ON one_time_tokens (user_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE one_time_tokens`);
    await runner.query(`ALTER TABLE users DROP COLUMN email_verified_at`);
  }
}
