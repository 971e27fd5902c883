import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateComments1795000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE comments (
        post_id uuid REFERENCES posts ON DELETE CASCADE,
        seq bigint CHECK (seq > 0),
        id uuid NOT NULL,
        parent_id uuid,
        change bigint NOT NULL,
        author_id uuid NOT NULL REFERENCES users,
        body text NOT NULL,
        mentions uuid[] NOT NULL DEFAULT '{}',
        reactions jsonb,
        fingerprint text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        edited_at timestamptz(3),
        deleted_at timestamptz(3),
        PRIMARY KEY (post_id, seq)
      )`);
    await runner.query(`CREATE UNIQUE INDEX comments_id ON comments (id)`);
    await runner.query(`CREATE INDEX comments_post_change ON comments (post_id, change)`);
    await runner.query(`CREATE INDEX comments_post_author ON comments (post_id, author_id, seq)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE comments`);
  }
}
