import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each check that nothing was missed last ended, and what it had to heal. */
export class EngineChecks1763850600000 implements MigrationInterface {
  name = 'EngineChecks1763850600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE engine_check (
        name text PRIMARY KEY,
        ended_at timestamptz NOT NULL,
        -- How much was healed, by kind; all zero when nothing was missed.
        report jsonb NOT NULL
      );
      -- Mails that did not arrive are few among many: the home page asks for them on every visit.
      CREATE INDEX outbox_undelivered ON outbox (created_at)
        WHERE kind = 'mail' AND (state IN ('failed', 'uncertain') OR (state = 'created' AND result IS NOT NULL));`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX outbox_undelivered; DROP TABLE engine_check;');
  }
}
