import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRooms1795000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rooms (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('channel', 'group', 'direct')),
        name text NOT NULL DEFAULT '',
        topic text NOT NULL DEFAULT '',
        visibility text NOT NULL CHECK (visibility IN ('public', 'private')),
        direct_key text,
        fingerprint text NOT NULL,
        last_seq bigint NOT NULL DEFAULT 0,
        last_change bigint NOT NULL DEFAULT 0,
        change bigint NOT NULL DEFAULT 0,
        member_count integer NOT NULL DEFAULT 0 CHECK (member_count >= 0),
        changed_at timestamptz(3) NOT NULL DEFAULT now(),
        archived_at timestamptz(3),
        created_by uuid REFERENCES users ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CHECK (last_seq <= last_change AND change <= last_change)
      ) WITH (fillfactor = 50)`);
    await runner.query(`CREATE UNIQUE INDEX rooms_direct_key ON rooms (direct_key)`);
    await runner.query(`
      CREATE UNIQUE INDEX rooms_public_name ON rooms (lower(name))
      WHERE kind = 'channel' AND visibility = 'public' AND archived_at IS NULL`);
    await runner.query(`
      CREATE INDEX rooms_search ON rooms USING gin ((lower(name) || ' ' || lower(topic)) gin_trgm_ops)
      WHERE visibility = 'public'`);
    await runner.query(`
      CREATE TABLE memberships (
        room_id uuid REFERENCES rooms ON DELETE CASCADE,
        user_id uuid REFERENCES users ON DELETE CASCADE,
        role text NOT NULL DEFAULT 'member' CHECK (role IN ('owner', 'admin', 'member')),
        joined_at timestamptz(3) NOT NULL DEFAULT now(),
        left_at timestamptz(3),
        last_read_seq bigint NOT NULL DEFAULT 0,
        last_delivered_seq bigint NOT NULL DEFAULT 0,
        notify text NOT NULL DEFAULT 'all' CHECK (notify IN ('all', 'mentions', 'none')),
        muted_until timestamptz(3),
        favourite boolean NOT NULL DEFAULT false,
        change bigint NOT NULL,
        PRIMARY KEY (room_id, user_id)
      ) WITH (fillfactor = 70)`);
    await runner.query(`CREATE INDEX memberships_user ON memberships (user_id) WHERE left_at IS NULL`);
    await runner.query(`CREATE INDEX memberships_room_change ON memberships (room_id, change)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE memberships, rooms`);
  }
}
