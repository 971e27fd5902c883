import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexSessionPrograms1795000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX sessions_programs ON sessions (user_id, user_agent)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX sessions_programs`);
  }
}
