import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As `CreateStoredBytes`, for the pictures of people. */
export class KeepAvatars1795000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO stored_bytes (sha256) SELECT DISTINCT avatar FROM users WHERE avatar IS NOT NULL
      ON CONFLICT DO NOTHING`);
    await runner.query(`ALTER TABLE users ADD FOREIGN KEY (avatar) REFERENCES stored_bytes`);
    await runner.query(`CREATE INDEX users_avatar ON users (avatar) WHERE avatar IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX users_avatar`);
    await runner.query(`ALTER TABLE users DROP CONSTRAINT users_avatar_fkey`);
  }
}
