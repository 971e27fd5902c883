import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOidcIdentities1795000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users ALTER COLUMN password_hash DROP NOT NULL`);
    await runner.query(`
      CREATE TABLE oidc_identities (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        issuer text NOT NULL,
        subject text NOT NULL,
        email text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        last_used_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE UNIQUE INDEX oidc_identities_subject ON oidc_identities (issuer, subject)`);
    await runner.query(`CREATE INDEX oidc_identities_user ON oidc_identities (user_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE oidc_identities`);
    // The form of a hash, of a password that nobody has: their owners choose one by mail.
    await runner.query(`
      UPDATE users SET password_hash = '$argon2id$v=19$m=19456,t=2,p=1$'
        || rtrim(encode(sha256(gen_random_uuid()::text::bytea), 'base64'), '=') || '$'
        || rtrim(encode(sha256(gen_random_uuid()::text::bytea), 'base64'), '=')
      WHERE password_hash IS NULL`);
    await runner.query(`ALTER TABLE users ALTER COLUMN password_hash SET NOT NULL`);
  }
}
