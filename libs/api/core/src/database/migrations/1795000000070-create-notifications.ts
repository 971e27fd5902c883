import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotifications1795000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN
          ('message', 'mention', 'reply', 'reaction', 'invite', 'follow', 'post', 'comment', 'security')),
        actor_id uuid REFERENCES users ON DELETE CASCADE,
        room_id uuid REFERENCES rooms ON DELETE CASCADE,
        message_id uuid,
        seq bigint,
        post_id uuid REFERENCES posts ON DELETE CASCADE,
        comment_id uuid,
        text text NOT NULL DEFAULT '',
        dedupe_key text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        read_at timestamptz(3)
      )`);
    await runner.query(`CREATE UNIQUE INDEX notifications_dedupe ON notifications (dedupe_key)`);
    await runner.query(`CREATE INDEX notifications_user ON notifications (user_id, created_at, id)`);
    await runner.query(
      `CREATE INDEX notifications_unread ON notifications (user_id, room_id, seq) WHERE read_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX notifications_room ON notifications (room_id, seq) WHERE room_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX notifications_post ON notifications (post_id, user_id) WHERE post_id IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX notifications_actor ON notifications (actor_id)`);
    // Rows are appended in the order of time, so a handful of pages is enough for those that are to go.
    await runner.query(`CREATE INDEX notifications_created ON notifications USING brin (created_at)`);
    await runner.query(`
      CREATE TABLE notification_preferences (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        kinds jsonb NOT NULL DEFAULT '{}',
        quiet_hours jsonb NOT NULL DEFAULT '[]',
        time_zone text NOT NULL DEFAULT 'UTC',
        keywords text[] NOT NULL DEFAULT '{}',
        digest text NOT NULL DEFAULT 'off' CHECK (digest IN ('off', 'daily', 'weekly')),
        digest_at timestamptz(3)
      )`);
    await runner.query(
      `CREATE INDEX notification_preferences_keywords ON notification_preferences (user_id) WHERE keywords <> '{}'`,
    );
    await runner.query(
      `CREATE INDEX notification_preferences_digest ON notification_preferences (digest_at) WHERE digest <> 'off'`,
    );
    // Up to which change of a room its members were told. What was said before is not told afterwards.
    await runner.query(`
      CREATE TABLE notification_progress (
        room_id uuid PRIMARY KEY REFERENCES rooms ON DELETE CASCADE,
        change bigint NOT NULL DEFAULT 0
      )`);
    await runner.query(`INSERT INTO notification_progress SELECT id, last_change FROM rooms`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notification_progress, notification_preferences, notifications`);
  }
}
