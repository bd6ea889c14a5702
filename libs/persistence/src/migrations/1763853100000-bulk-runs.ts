import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps acts on many projects: the frozen list with what was foreseen of each row, and what became of it. */
export class BulkRuns1763853100000 implements MigrationInterface {
  name = 'BulkRuns1763853100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE bulk_run (
        -- The key under which it was asked for: asked twice, it is one run.
        id uuid PRIMARY KEY,
        command_type text NOT NULL,
        -- Payload of the command, unless a row has its own.
        payload jsonb NOT NULL,
        reason text NOT NULL CHECK (btrim(reason) <> ''),
        -- What exactly was asked: selection and wish; a repeat must ask the same.
        asked jsonb NOT NULL,
        list_hash text NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'proposed', 'approved', 'canary', 'checked', 'running', 'done', 'stopped', 'halted', 'rejected',
          'discarded')),
        needs_second boolean NOT NULL,
        canary integer NOT NULL CHECK (canary >= 0),
        -- Whether it goes on by itself once the first rows went as foreseen.
        goes_on boolean NOT NULL,
        rows_per_second integer NOT NULL CHECK (rows_per_second BETWEEN 1 AND 50),
        -- Percent of the rows that may end otherwise than foreseen.
        halt_percent integer NOT NULL CHECK (halt_percent BETWEEN 0 AND 100),
        inverse_of uuid REFERENCES bulk_run (id),
        door text NOT NULL CHECK (door IN ('page', 'api', 'cli')),
        created_by uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        second_id uuid REFERENCES person (id),
        decided_at timestamptz,
        started_by uuid REFERENCES person (id),
        started_at timestamptz,
        stop_asked_by uuid REFERENCES person (id),
        stop_asked_at timestamptz,
        ended_at timestamptz,
        -- Why it halted by itself: a stable code and the values of its sentence.
        halt_code text,
        halt_values jsonb,
        progress_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CHECK (second_id IS NULL OR second_id <> created_by)
      );
      CREATE INDEX bulk_run_created ON bulk_run (created_at, id);
      CREATE INDEX bulk_run_working ON bulk_run (progress_at) WHERE state IN ('canary', 'checked', 'running');
      CREATE TABLE bulk_row (
        run_id uuid NOT NULL REFERENCES bulk_run (id),
        position integer NOT NULL,
        entity_id uuid NOT NULL,
        -- Revision that the preview saw; the command is not given to a project that has moved on.
        expected_rev integer,
        payload jsonb,
        -- What must be true after the act, where somebody has foreseen it.
        expected jsonb,
        -- What the inverse needs to know of before.
        before jsonb,
        verdict text NOT NULL CHECK (verdict IN ('apply', 'propose', 'refuse')),
        code text,
        "values" jsonb,
        -- Types of the events that the preview saw; nothing where it saw none.
        events text[],
        state text NOT NULL CHECK (state IN ('waiting', 'sent', 'applied', 'proposed', 'refused', 'changed', 'failed', 'skipped')),
        command_id text NOT NULL,
        confirm_id text NOT NULL,
        outcome_code text,
        outcome_values jsonb,
        rev_after integer,
        done_at timestamptz,
        PRIMARY KEY (run_id, position),
        UNIQUE (run_id, entity_id)
      );
      CREATE INDEX bulk_row_state ON bulk_row (run_id, state, position);
      CREATE INDEX bulk_row_command ON bulk_row (entity_id, command_id);
      -- What was done stays on record: the application's role takes none away.
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT SELECT, INSERT, UPDATE ON bulk_run, bulk_row TO gongfang_app;
          REVOKE DELETE, TRUNCATE ON bulk_run, bulk_row FROM gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE bulk_row; DROP TABLE bulk_run');
  }
}
