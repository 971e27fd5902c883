import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing sends them, so nobody can choose them. */
export class WithoutDigests1795000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification_preferences DROP COLUMN digest, DROP COLUMN digest_at`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification_preferences
        ADD COLUMN digest text NOT NULL DEFAULT 'off' CHECK (digest IN ('off', 'daily', 'weekly')),
        ADD COLUMN digest_at timestamptz(3)`);
    await runner.query(
      `CREATE INDEX notification_preferences_digest ON notification_preferences (digest_at) WHERE digest <> 'off'`,
    );
  }
}
