import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the mail server itself says it took, read by the watchdog: Message-IDs and times, no addresses. */
export class MailRecord1763854700000 implements MigrationInterface {
  name = 'MailRecord1763854700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mail_record (
        message_id text PRIMARY KEY,
        -- By the mail server's clock.
        received_at timestamptz NOT NULL
      );
      CREATE INDEX mail_record_received ON mail_record (received_at);
      CREATE INDEX delivery_sent ON delivery (sent_at) WHERE state = 'sent';`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX delivery_sent; DROP TABLE mail_record');
  }
}
