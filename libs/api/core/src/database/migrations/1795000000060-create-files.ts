import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFiles1795000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE files (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES users,
        sha256 text NOT NULL,
        name text NOT NULL,
        mime text NOT NULL,
        size bigint NOT NULL CHECK (size > 0),
        width integer,
        height integer,
        duration_ms integer,
        thumbhash text,
        preview_sha256 text,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX files_owner ON files (owner_id)`);
    await runner.query(`CREATE INDEX files_created ON files (created_at)`);
    await runner.query(`CREATE INDEX files_sha256 ON files (sha256)`);
    await runner.query(
      `CREATE INDEX files_preview ON files (preview_sha256) WHERE preview_sha256 IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE files`);
  }
}
