import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is true of this database as a whole: one row, made with it. */
export class CreateInstance1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE instance (
        id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
        generation uuid NOT NULL DEFAULT gen_random_uuid(),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`INSERT INTO instance DEFAULT VALUES`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE instance`);
  }
}
