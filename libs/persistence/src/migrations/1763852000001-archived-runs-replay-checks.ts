import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps the histories of closed runs beyond the engine's own memory, and what replaying them said. */
export class ArchivedRunsReplayChecks1763852000001 implements MigrationInterface {
  name = 'ArchivedRunsReplayChecks1763852000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE archived_run (
        run_id uuid PRIMARY KEY,
        workflow_id text NOT NULL,
        workflow_type text NOT NULL,
        -- How it closed, in the engine's words: CONTINUED_AS_NEW, TERMINATED, COMPLETED …
        status text NOT NULL,
        started_at timestamptz NOT NULL,
        closed_at timestamptz NOT NULL,
        events integer NOT NULL,
        -- The history as JSON, compressed; the hash is over the JSON.
        history bytea NOT NULL,
        sha256 char(64) NOT NULL,
        archived_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX archived_run_workflow ON archived_run (workflow_id, closed_at);
      CREATE INDEX archived_run_closed ON archived_run (closed_at);
      CREATE TABLE replay_check (
        -- The key under which it was asked for: asked twice, it is one check.
        id uuid PRIMARY KEY,
        asked_by uuid NOT NULL REFERENCES person (id),
        -- One entity's runs; nothing for the runs of all entities and mail desks.
        entity_kind text CHECK (entity_kind IN ('project', 'call')),
        entity_id uuid,
        -- File in the folder of candidate bundles; nothing for the running build.
        candidate text,
        state text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
        -- Runs to replay, as far as they are known.
        total integer,
        replayed integer NOT NULL DEFAULT 0,
        differing integer NOT NULL DEFAULT 0,
        -- The first runs that differ, each with its first differing event.
        differences jsonb NOT NULL DEFAULT '[]',
        bundle_sha256 char(64),
        -- Why it could not be carried out.
        failure_code text,
        failure_detail text,
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        progress_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended_at timestamptz,
        CHECK ((entity_kind IS NULL) = (entity_id IS NULL)),
        CHECK ((state = 'running') = (ended_at IS NULL))
      );
      CREATE INDEX replay_check_asked ON replay_check (asked_at);
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT SELECT, INSERT, UPDATE, DELETE ON replay_check TO gongfang_app;
          GRANT SELECT, INSERT ON archived_run TO gongfang_app;
          REVOKE UPDATE, DELETE, TRUNCATE ON archived_run FROM gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE replay_check, archived_run');
  }
}
