import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people do with mails: acts with their reasons, letters that wait to be read and released together, and who read which text. */
export class MailActs1763851300000 implements MigrationInterface {
  name = 'MailActs1763851300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mail_act (
        -- The key under which the act was asked for; one key may act on many letters.
        id uuid NOT NULL,
        outbox_id uuid NOT NULL REFERENCES outbox (id),
        act text NOT NULL,
        by_person uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        reason text NOT NULL,
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        PRIMARY KEY (id, outbox_id)
      );
      CREATE INDEX mail_act_mail ON mail_act (outbox_id, at);
      -- A held letter as it would leave now, written by the mail desk; links are left out of it.
      CREATE TABLE held_letter (
        outbox_id uuid PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
        entity_rev integer NOT NULL,
        address text,
        subject text,
        body text,
        html text,
        -- SHA-256 of subject and text: readings and the release name it, so that what leaves is what was read.
        fingerprint char(64),
        -- Why it cannot be written, for an officer.
        fault text,
        written_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TABLE letter_reading (
        outbox_id uuid NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES person (id),
        fingerprint char(64) NOT NULL,
        read_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (outbox_id, person_id, fingerprint)
      );
      CREATE INDEX outbox_mails ON outbox (send_after_virtual, id) WHERE kind = 'mail';
      CREATE INDEX outbox_mails_of_person ON outbox (person_id, send_after_virtual) WHERE kind = 'mail';
      CREATE INDEX outbox_mails_open ON outbox (state, send_after_virtual) WHERE kind = 'mail' AND state NOT IN ('sent', 'cancelled');`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX outbox_mails_open, outbox_mails_of_person, outbox_mails;
      DROP TABLE letter_reading, held_letter, mail_act;`);
  }
}
