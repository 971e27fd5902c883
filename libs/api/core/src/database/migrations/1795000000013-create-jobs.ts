import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJobs1795000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE jobs (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        dedupe_key text NOT NULL,
        payload jsonb NOT NULL,
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        due_at timestamptz(3) NOT NULL DEFAULT now(),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        failed_at timestamptz(3)
      )`);
    await runner.query(`CREATE UNIQUE INDEX jobs_dedupe ON jobs (kind, dedupe_key) WHERE failed_at IS NULL`);
    await runner.query(`CREATE INDEX jobs_due ON jobs (due_at) WHERE failed_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE jobs`);
  }
}
