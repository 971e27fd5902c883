import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInvites1795000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invites (
        token text PRIMARY KEY,
        room_id uuid NOT NULL REFERENCES rooms ON DELETE CASCADE,
        created_by uuid REFERENCES users ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3),
        max_uses integer CHECK (max_uses > 0),
        uses integer NOT NULL DEFAULT 0,
        CHECK (uses BETWEEN 0 AND max_uses)
      )`);
    await runner.query(`CREATE INDEX invites_room ON invites (room_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE invites`);
  }
}
