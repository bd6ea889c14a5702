import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendar feeds with what each of them has told, and how a person wants his notices. */
export class CalendarFeedsPreferences1763851610000 implements MigrationInterface {
  name = 'CalendarFeedsPreferences1763851610000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE calendar_feed (
        person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      -- What a person's calendar was told, so that a changed date gets the next number and one that is gone is called off.
      CREATE TABLE calendar_event (
        person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        uid text NOT NULL,
        sequence integer NOT NULL DEFAULT 0,
        content jsonb NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT date_trunc('seconds', now()),
        cancelled_at timestamptz,
        PRIMARY KEY (person_id, uid)
      );
      ALTER TABLE person ADD COLUMN mail_digest text NOT NULL DEFAULT 'daily' CHECK (mail_digest IN ('daily', 'off'));`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE person DROP COLUMN mail_digest; DROP TABLE calendar_event, calendar_feed;');
  }
}
