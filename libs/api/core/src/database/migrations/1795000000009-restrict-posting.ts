import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Defaults that are constants: neither table is rewritten. */
export class RestrictPosting1795000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rooms
        ADD COLUMN posting text NOT NULL DEFAULT 'everyone' CHECK (posting IN ('everyone', 'admins')),
        ADD COLUMN slow_mode_seconds integer NOT NULL DEFAULT 0 CHECK (slow_mode_seconds >= 0)`);
    await runner.query(`ALTER TABLE memberships ADD COLUMN last_sent_at timestamptz(3)`);
    await runner.query(`
      CREATE INDEX memberships_roster ON memberships (room_id, (role = 'member'), user_id)
      WHERE left_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX memberships_roster`);
    await runner.query(`ALTER TABLE memberships DROP COLUMN last_sent_at`);
    await runner.query(`ALTER TABLE rooms DROP COLUMN posting, DROP COLUMN slow_mode_seconds`);
  }
}
