import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMessageFiles1795000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE messages ADD COLUMN files jsonb`);
    await runner.query(`
      CREATE TABLE message_files (
        room_id uuid,
        seq bigint,
        place smallint CHECK (place > 0),
        file_id uuid NOT NULL REFERENCES files,
        kind text NOT NULL CHECK (kind IN ('image', 'media', 'document')),
        PRIMARY KEY (room_id, seq, place),
        FOREIGN KEY (room_id, seq) REFERENCES messages ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX message_files_file ON message_files (file_id)`);
    await runner.query(`CREATE INDEX message_files_kind ON message_files (room_id, kind, seq, place)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE message_files`);
    await runner.query(`ALTER TABLE messages DROP COLUMN files`);
  }
}
