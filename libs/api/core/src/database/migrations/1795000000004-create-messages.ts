import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMessages1795000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messages (
        room_id uuid REFERENCES rooms ON DELETE CASCADE,
        seq bigint CHECK (seq > 0),
        id uuid NOT NULL,
        change bigint NOT NULL,
        kind text NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'system', 'encrypted')),
        author_id uuid NOT NULL REFERENCES users,
        body text NOT NULL,
        reply_to_seq bigint,
        mentions uuid[] NOT NULL DEFAULT '{}',
        fingerprint text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        edited_at timestamptz(3),
        deleted_at timestamptz(3),
        PRIMARY KEY (room_id, seq)
      )`);
    await runner.query(`CREATE UNIQUE INDEX messages_id ON messages (id)`);
    await runner.query(
      `CREATE INDEX messages_reply ON messages (room_id, reply_to_seq) WHERE reply_to_seq IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX messages_room_change ON messages (room_id, change)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE messages`);
  }
}
