import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever uses bytes refers to them by a foreign key, so that the database knows what is in use. */
export class CreateStoredBytes1795000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stored_bytes (
        sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        kept_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX stored_bytes_kept ON stored_bytes (kept_at)`);
    await runner.query(`
      INSERT INTO stored_bytes (sha256)
      SELECT picture FROM rooms WHERE picture IS NOT NULL
      UNION SELECT sha256 FROM files
      UNION SELECT preview_sha256 FROM files WHERE preview_sha256 IS NOT NULL`);
    await runner.query(`
      ALTER TABLE files
        ADD FOREIGN KEY (sha256) REFERENCES stored_bytes,
        ADD FOREIGN KEY (preview_sha256) REFERENCES stored_bytes`);
    await runner.query(`ALTER TABLE rooms ADD FOREIGN KEY (picture) REFERENCES stored_bytes`);
    await runner.query(`CREATE INDEX rooms_picture ON rooms (picture) WHERE picture IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX rooms_picture`);
    await runner.query(`ALTER TABLE rooms DROP CONSTRAINT rooms_picture_fkey`);
    await runner.query(`
      ALTER TABLE files DROP CONSTRAINT files_sha256_fkey, DROP CONSTRAINT files_preview_sha256_fkey`);
    await runner.query(`DROP TABLE stored_bytes`);
  }
}
