import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rehearsals: copies of projects and calls that are played on under their own clock. They stand apart from everything real: no ledger, no summary, no
 * outbox reads from here, and whatever is played is thrown away with its room.
 */
export class Rehearsals1763854100000 implements MigrationInterface {
  name = 'Rehearsals1763854100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE rehearsal (
        -- The key under which it was asked for, and the id of its technical act.
        id uuid PRIMARY KEY,
        source_kind text NOT NULL CHECK (source_kind IN ('project', 'call')),
        source_id uuid NOT NULL,
        -- The policy that is tried instead of each project's own, as it stood when the copy was made; none: each keeps its own.
        policy_version integer,
        policy jsonb,
        opened_by uuid NOT NULL REFERENCES person (id),
        reason text NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        starts_at timestamptz NOT NULL,
        -- The room's own time.
        clock_at timestamptz NOT NULL,
        -- Counts the moves asked for; who moves it on names the number he has seen.
        rev integer NOT NULL DEFAULT 0,
        -- Number of the last line and the last mail.
        line_no integer NOT NULL DEFAULT 0,
        mail_no integer NOT NULL DEFAULT 0,
        keep_until timestamptz NOT NULL,
        CHECK ((policy_version IS NULL) = (policy IS NULL))
      );
      CREATE INDEX rehearsal_keep ON rehearsal (keep_until);
      CREATE TABLE rehearsal_copy (
        rehearsal_id uuid NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('project', 'call')),
        id uuid NOT NULL,
        reference text,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        state jsonb NOT NULL,
        -- The state to which the room goes back.
        start_state jsonb NOT NULL,
        -- Steps that this copy has made in the room.
        steps integer NOT NULL DEFAULT 0,
        start_steps integer NOT NULL DEFAULT 0,
        -- When it does something next if nobody acts.
        next_at timestamptz,
        PRIMARY KEY (rehearsal_id, kind, id)
      );
      CREATE TABLE rehearsal_move (
        id uuid PRIMARY KEY,
        rehearsal_id uuid NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
        no integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('open', 'next-event', 'run', 'act', 'restart')),
        -- What exactly is asked; a repeat must ask the same.
        asked jsonb NOT NULL,
        asked_by uuid NOT NULL REFERENCES person (id),
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        from_at timestamptz NOT NULL,
        until timestamptz,
        state text NOT NULL CHECK (state IN ('running', 'done', 'refused', 'failed')),
        steps integer NOT NULL DEFAULT 0,
        code text,
        code_values jsonb,
        ended_at timestamptz,
        UNIQUE (rehearsal_id, no)
      );
      -- One move at a time.
      CREATE UNIQUE INDEX rehearsal_move_running ON rehearsal_move (rehearsal_id) WHERE state = 'running';
      CREATE TABLE rehearsal_line (
        rehearsal_id uuid NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
        no integer NOT NULL,
        move_no integer NOT NULL,
        at timestamptz NOT NULL,
        kind text NOT NULL,
        id uuid NOT NULL,
        command text NOT NULL,
        actor_id uuid,
        events jsonb NOT NULL,
        PRIMARY KEY (rehearsal_id, no)
      );
      CREATE TABLE rehearsal_mail (
        rehearsal_id uuid NOT NULL REFERENCES rehearsal (id) ON DELETE CASCADE,
        no integer NOT NULL,
        -- The line that told it; 0 for a mail that waited when the copy was made.
        line_no integer NOT NULL,
        kind text NOT NULL,
        id uuid NOT NULL,
        key text NOT NULL,
        intent jsonb NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL,
        is_copy boolean NOT NULL,
        -- A person would have to release it first.
        held boolean NOT NULL,
        send_at timestamptz NOT NULL,
        start_send_at timestamptz NOT NULL,
        -- Whether it waited when the room was at its start.
        at_start boolean NOT NULL DEFAULT false,
        state text NOT NULL CHECK (state IN ('waiting', 'sent', 'not-needed', 'unreachable')),
        why text,
        left_at timestamptz,
        -- The mail it went in: the no of its first matter, for a digest.
        with_no integer,
        languages text,
        subject text,
        body text,
        html text,
        PRIMARY KEY (rehearsal_id, no)
      );
      CREATE INDEX rehearsal_mail_waiting ON rehearsal_mail (rehearsal_id, send_at) WHERE state = 'waiting';
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT SELECT, INSERT, UPDATE, DELETE ON rehearsal, rehearsal_copy, rehearsal_move, rehearsal_line, rehearsal_mail TO gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE rehearsal_mail, rehearsal_line, rehearsal_move, rehearsal_copy, rehearsal');
  }
}
