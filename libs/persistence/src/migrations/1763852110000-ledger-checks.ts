import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps the checks of the ledger: how far each is, and what it found. */
export class LedgerChecks1763852110000 implements MigrationInterface {
  name = 'LedgerChecks1763852110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_check (
        -- The key under which it was asked for: asked twice, it is one check.
        id uuid PRIMARY KEY,
        -- chain: every hash of the whole ledger; witness: one project's ledger against the engine's own histories.
        kind text NOT NULL CHECK (kind IN ('chain', 'witness')),
        project_id uuid,
        asked_by uuid REFERENCES person (id),
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        total integer NOT NULL,
        entities integer NOT NULL DEFAULT 0,
        entries integer NOT NULL DEFAULT 0,
        -- Entries that stand in the engine's histories, too.
        witnessed integer NOT NULL DEFAULT 0,
        -- Where the next batch begins.
        after_kind text,
        after_id uuid,
        problem_count integer NOT NULL DEFAULT 0,
        -- The first of them.
        problems jsonb NOT NULL DEFAULT '[]',
        ended_at timestamptz,
        CHECK ((kind = 'witness') = (project_id IS NOT NULL))
      );
      CREATE INDEX ledger_check_asked ON ledger_check (kind, asked_at);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ledger_check');
  }
}
