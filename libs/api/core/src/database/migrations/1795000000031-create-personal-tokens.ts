import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePersonalTokens1795000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_tokens (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        hash text NOT NULL,
        name text NOT NULL,
        scopes text[] NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        last_used_at timestamptz(3),
        expires_at timestamptz(3)
      )`);
    await runner.query(`CREATE UNIQUE INDEX personal_tokens_hash ON personal_tokens (hash)`);
    await runner.query(`CREATE INDEX personal_tokens_user ON personal_tokens (user_id)`);
    await runner.query(`ALTER TABLE sessions ADD COLUMN proved_at timestamptz(3) NOT NULL DEFAULT now()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE sessions DROP COLUMN proved_at`);
    await runner.query(`DROP TABLE personal_tokens`);
  }
}
