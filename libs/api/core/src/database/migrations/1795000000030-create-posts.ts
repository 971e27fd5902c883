import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePosts1795000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE posts (
        id uuid PRIMARY KEY,
        author_id uuid NOT NULL REFERENCES users,
        body text NOT NULL,
        visibility text NOT NULL CHECK (visibility IN ('public', 'followers')),
        mentions uuid[] NOT NULL DEFAULT '{}',
        hashtags text[] NOT NULL DEFAULT '{}',
        reactions jsonb,
        change bigint NOT NULL DEFAULT 1,
        comment_count integer NOT NULL DEFAULT 0 CHECK (comment_count >= 0),
        comments_closed boolean NOT NULL DEFAULT false,
        slow_mode_seconds integer NOT NULL DEFAULT 0 CHECK (slow_mode_seconds >= 0),
        fingerprint text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        edited_at timestamptz(3),
        deleted_at timestamptz(3)
      )`);
    await runner.query(
      `CREATE INDEX posts_latest ON posts (created_at, id) WHERE visibility = 'public' AND deleted_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX posts_author ON posts (author_id, created_at, id) WHERE deleted_at IS NULL`,
    );
    await runner.query(`
      CREATE INDEX posts_author_visibility ON posts (author_id, visibility, created_at, id)
      WHERE deleted_at IS NULL`);
    await runner.query(`
      CREATE TABLE post_edits (
        post_id uuid REFERENCES posts ON DELETE CASCADE,
        change bigint,
        body text NOT NULL,
        written_at timestamptz(3) NOT NULL,
        PRIMARY KEY (post_id, change)
      )`);
    await runner.query(`
      CREATE TABLE post_hashtags (
        tag text,
        created_at timestamptz(3),
        post_id uuid REFERENCES posts ON DELETE CASCADE,
        PRIMARY KEY (tag, created_at, post_id)
      )`);
    await runner.query(`CREATE INDEX post_hashtags_post ON post_hashtags (post_id)`);
    await runner.query(`
      CREATE TABLE post_reactions (
        post_id uuid REFERENCES posts ON DELETE CASCADE,
        comment_seq bigint,
        emoji text,
        user_id uuid REFERENCES users ON DELETE CASCADE,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (post_id, comment_seq, emoji, user_id)
      )`);
    await runner.query(`
      CREATE TABLE follows (
        follower_id uuid REFERENCES users ON DELETE CASCADE,
        followee_id uuid REFERENCES users ON DELETE CASCADE,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (follower_id, followee_id),
        CHECK (follower_id <> followee_id)
      )`);
    await runner.query(`CREATE INDEX follows_follower ON follows (follower_id, created_at, followee_id)`);
    await runner.query(`CREATE INDEX follows_followee ON follows (followee_id, created_at, follower_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE follows, post_reactions, post_hashtags, post_edits, posts`);
  }
}
