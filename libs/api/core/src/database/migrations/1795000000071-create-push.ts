import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePush1795000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE push_subscriptions (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        session_id uuid REFERENCES sessions ON DELETE CASCADE,
        endpoint text NOT NULL,
        p256dh text NOT NULL,
        auth text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE UNIQUE INDEX push_subscriptions_endpoint ON push_subscriptions (endpoint)`);
    await runner.query(`CREATE INDEX push_subscriptions_user ON push_subscriptions (user_id, created_at)`);
    await runner.query(`CREATE INDEX push_subscriptions_session ON push_subscriptions (session_id)`);
    await runner.query(`
      CREATE TABLE notification_deliveries (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        notification_id uuid REFERENCES notifications ON DELETE CASCADE,
        subscription_id uuid,
        channel text NOT NULL CHECK (channel IN ('push', 'mail')),
        outcome text NOT NULL,
        detail text NOT NULL DEFAULT '',
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE INDEX notification_deliveries_user ON notification_deliveries (user_id, created_at)`);
    await runner.query(`
      CREATE INDEX notification_deliveries_notification
      ON notification_deliveries (notification_id, subscription_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notification_deliveries, push_subscriptions`);
  }
}
