import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReceiptMoves1795000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE receipt_moves (
        room_id uuid,
        user_id uuid,
        is_read boolean,
        seq bigint,
        from_seq bigint NOT NULL CHECK (from_seq < seq),
        at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (room_id, user_id, is_read, seq),
        FOREIGN KEY (room_id, user_id) REFERENCES memberships ON DELETE CASCADE
      )`);
    // Rows are appended in the order of time, so a handful of pages is enough for those that are to go.
    await runner.query(`CREATE INDEX receipt_moves_at ON receipt_moves USING brin (at)`);
    await runner.query(
      `CREATE INDEX users_without_receipts ON users (id) WHERE settings @> '{"readReceipts": false}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX users_without_receipts`);
    await runner.query(`DROP TABLE receipt_moves`);
  }
}
