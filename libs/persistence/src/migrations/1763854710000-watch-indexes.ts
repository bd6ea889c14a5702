import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The watchdog asks every hour for the few rows of the outbox that wait or are held, and for deliveries whose rows are not sent: not through all that ever left. */
export class WatchIndexes1763854710000 implements MigrationInterface {
  name = 'WatchIndexes1763854710000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX outbox_waiting ON outbox (state) WHERE state IN ('created', 'claimed', 'sending');
      CREATE INDEX outbox_unsent ON outbox (delivery_id) WHERE delivery_id IS NOT NULL AND state <> 'sent';`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX outbox_waiting; DROP INDEX outbox_unsent');
  }
}
