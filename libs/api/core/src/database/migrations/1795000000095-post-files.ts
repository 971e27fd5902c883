import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PostFiles1795000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE posts ADD COLUMN files jsonb, ADD COLUMN content_warning text`);
    await runner.query(`
      CREATE TABLE post_files (
        post_id uuid REFERENCES posts ON DELETE CASCADE,
        place smallint CHECK (place > 0),
        file_id uuid NOT NULL REFERENCES files,
        PRIMARY KEY (post_id, place)
      )`);
    await runner.query(`CREATE INDEX post_files_file ON post_files (file_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE post_files`);
    await runner.query(`ALTER TABLE posts DROP COLUMN files, DROP COLUMN content_warning`);
  }
}
