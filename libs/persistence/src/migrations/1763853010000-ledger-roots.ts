import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed roots over the whole ledger: rows are asked for, signed once and then never changed by the application. */
export class LedgerRoots1763853010000 implements MigrationInterface {
  name = 'LedgerRoots1763853010000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The public halves of the keys that have signed; the private ones never come near the database.
      CREATE TABLE ledger_root_key (
        key_id text PRIMARY KEY,
        public_key text NOT NULL,
        first_used_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE TABLE ledger_root (
        -- The key under which it was asked for: asked twice, it is one root.
        id uuid PRIMARY KEY,
        door text NOT NULL CHECK (door IN ('clock', 'page', 'api', 'cli')),
        asked_by uuid REFERENCES person (id),
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        made_at timestamptz,
        entities integer,
        entries integer,
        root text,
        list_sha256 text,
        -- The very text that was signed.
        statement text,
        signature text,
        key_id text REFERENCES ledger_root_key (key_id),
        -- Every entity with its last entry, compressed; dropped after a while but for the first of each month.
        leaves bytea,
        -- Why it could not be signed.
        failure jsonb,
        told jsonb NOT NULL DEFAULT '[]',
        told_at timestamptz,
        tried_at timestamptz,
        CHECK ((made_at IS NULL) = (root IS NULL))
      );
      CREATE INDEX ledger_root_made ON ledger_root (made_at) WHERE made_at IS NOT NULL;
      CREATE INDEX ledger_root_waits ON ledger_root (asked_at) WHERE made_at IS NULL AND failure IS NULL;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ledger_root, ledger_root_key');
  }
}
