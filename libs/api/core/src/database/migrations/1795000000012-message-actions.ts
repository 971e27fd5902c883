import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MessageActions1795000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE messages ADD COLUMN reactions jsonb, ADD COLUMN pinned_at timestamptz(3)`,
    );
    await runner.query(
      `CREATE INDEX messages_pinned ON messages (room_id, pinned_at) WHERE pinned_at IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE message_reactions (
        room_id uuid,
        seq bigint,
        emoji text,
        user_id uuid REFERENCES users ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (room_id, seq, emoji, user_id),
        FOREIGN KEY (room_id, seq) REFERENCES messages ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX message_reactions_user ON message_reactions (user_id)`);
    await runner.query(`
      CREATE TABLE message_edits (
        room_id uuid,
        seq bigint,
        change bigint,
        body text NOT NULL,
        written_at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id, seq, change),
        FOREIGN KEY (room_id, seq) REFERENCES messages ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE message_edits, message_reactions`);
    await runner.query(`ALTER TABLE messages DROP COLUMN reactions, DROP COLUMN pinned_at`);
  }
}
