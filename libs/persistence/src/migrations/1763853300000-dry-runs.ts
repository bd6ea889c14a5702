import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dry runs: what a policy or a calendar would change in all live projects, and what was then made of it. */
export class DryRuns1763853300000 implements MigrationInterface {
  name = 'DryRuns1763853300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE dry_run (
        -- The key under which it was asked for: asked twice, it is one dry run.
        id uuid PRIMARY KEY,
        -- Exactly one of the two is thought through.
        policy_version integer,
        calendar_draft uuid,
        -- What was looked at, whatever becomes of the draft, and its hash, by which it is known again once it is published.
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        days integer NOT NULL,
        most_per_day integer NOT NULL,
        asked_by uuid NOT NULL REFERENCES person (id),
        -- The one moment at which all projects are looked at.
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        progress_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        state text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
        total integer NOT NULL,
        looked integer NOT NULL DEFAULT 0,
        after_id uuid,
        -- Figures, groups and overloaded days, once it is done.
        result jsonb,
        prediction_hash text,
        failure_code text,
        ended_at timestamptz,
        bulk_run_id uuid,
        CHECK ((policy_version IS NULL) <> (calendar_draft IS NULL))
      );
      CREATE INDEX dry_run_asked ON dry_run (asked_at);
      CREATE TABLE dry_run_project (
        dry_run_id uuid NOT NULL REFERENCES dry_run (id) ON DELETE CASCADE,
        project_id uuid NOT NULL,
        -- Revision on which the prediction stands.
        rev integer NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('apply', 'same', 'refuse')),
        code text,
        code_values jsonb,
        -- Hash of the plan after the act.
        plan_hash text,
        country text,
        -- Mails that move, come or go, and dates that are not taken.
        lines jsonb NOT NULL,
        kept jsonb NOT NULL,
        -- Mails a person gets on a day, before and after.
        loads jsonb NOT NULL,
        PRIMARY KEY (dry_run_id, project_id)
      );
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT SELECT, INSERT, UPDATE ON dry_run TO gongfang_app;
          GRANT SELECT, INSERT ON dry_run_project TO gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE dry_run_project; DROP TABLE dry_run');
  }
}
