import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For who takes back all that they said. */
export class IndexCommentAuthors1795000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX comments_author ON comments (author_id) WHERE deleted_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX comments_author`);
  }
}
