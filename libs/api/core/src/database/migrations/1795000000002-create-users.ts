import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateUsers1795000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await runner.query(`
      CREATE TABLE users (
        id uuid PRIMARY KEY,
        username text NOT NULL CHECK (username = lower(username)),
        email text NOT NULL CHECK (email = lower(email)),
        password_hash text NOT NULL,
        display_name text NOT NULL,
        bio text NOT NULL DEFAULT '',
        status_emoji text NOT NULL DEFAULT '',
        status_text text NOT NULL DEFAULT '',
        status_expires_at timestamptz(3),
        role text NOT NULL DEFAULT 'user' CHECK (role IN ('user', 'admin')),
        settings jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        deleted_at timestamptz(3)
      )`);
    await runner.query(`CREATE UNIQUE INDEX users_username ON users (username)`);
    await runner.query(`CREATE UNIQUE INDEX users_email ON users (email)`);
    await runner.query(
      `CREATE INDEX users_search ON users USING gin ((username || ' ' || lower(display_name)) gin_trgm_ops)`,
    );
    await runner.query(`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        refresh_hash text NOT NULL,
        previous_hash text,
        rotated_at timestamptz(3) NOT NULL DEFAULT now(),
        user_agent text NOT NULL,
        ip text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3)
      )`);
    await runner.query(`CREATE INDEX sessions_user ON sessions (user_id) WHERE revoked_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE sessions, users`);
    await runner.query(`DROP EXTENSION pg_trgm`);
  }
}
