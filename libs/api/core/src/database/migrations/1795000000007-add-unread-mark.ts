import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddUnreadMark1795000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE memberships ADD COLUMN unread_from bigint CHECK (unread_from > 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE memberships DROP COLUMN unread_from`);
  }
}
