import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What `commit` writes: heads, the ledger, commands with their outcomes, claims, and what is derived from them.
 * The application's role may read the ledger and append to it, nothing more.
 */
export class Ledger1763850000000 implements MigrationInterface {
  name = 'Ledger1763850000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE room (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        -- Time of every entity in the room; set by its conductor, never backwards.
        room_now timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE entity_head (
        kind text NOT NULL,
        id uuid NOT NULL,
        rev integer NOT NULL,
        head text NOT NULL,
        rules_build integer NOT NULL,
        state_schema integer NOT NULL,
        state jsonb,
        policy_version integer,
        clock jsonb NOT NULL DEFAULT '{"kind":"real"}',
        room_id uuid REFERENCES room (id),
        view jsonb,
        attributes jsonb NOT NULL DEFAULT '{}',
        -- First planned instant in the entity's own time, and when that is on the wall; the latter is empty for rooms.
        next_at timestamptz,
        next_wake_at timestamptz,
        plan_hash text,
        closed boolean NOT NULL DEFAULT false,
        halted_at timestamptz,
        halted_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (kind, id)
      );
      CREATE INDEX entity_head_wake ON entity_head (next_wake_at) WHERE next_wake_at IS NOT NULL AND NOT closed;
      CREATE INDEX entity_head_room ON entity_head (room_id, next_at) WHERE room_id IS NOT NULL;
      CREATE TABLE ledger_entry (
        kind text NOT NULL,
        id uuid NOT NULL,
        rev integer NOT NULL,
        command_id text NOT NULL,
        type text NOT NULL,
        actor_id uuid,
        on_behalf_of uuid,
        reason_text_id uuid,
        policy_version integer NOT NULL,
        -- In the entity's own time.
        occurred_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        -- Canonical JSON; sha-256 over the previous hash and this very text gives the hash.
        body text NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (kind, id, rev),
        UNIQUE (kind, id, command_id)
      );
      CREATE INDEX ledger_entry_recorded ON ledger_entry (recorded_at);
      CREATE INDEX ledger_entry_actor ON ledger_entry (actor_id, recorded_at) WHERE actor_id IS NOT NULL;
      CREATE TABLE command (
        entity_kind text NOT NULL,
        entity_id uuid NOT NULL,
        command_id text NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        type text NOT NULL,
        -- Who asks, with the standing roles at receipt.
        actor jsonb NOT NULL,
        actor_id uuid,
        on_behalf_of uuid,
        payload jsonb NOT NULL,
        payload_hash text NOT NULL,
        reason jsonb,
        expected_rev integer,
        source text NOT NULL CHECK (source IN ('api', 'dispatch', 'mail-link', 'cli', 'conductor')),
        received_at timestamptz NOT NULL,
        -- The receipt in the entity's own time; empty for the first command of an entity whose clock is not known yet.
        occurred_at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'applied', 'refused', 'failed')),
        outcome jsonb,
        done_at timestamptz,
        PRIMARY KEY (entity_kind, entity_id, command_id)
      );
      CREATE INDEX command_pending ON command (entity_kind, entity_id, received_at, seq) WHERE status = 'pending';
      CREATE INDEX command_left_behind ON command (received_at) WHERE status = 'pending';
      CREATE TABLE claim (
        scope text NOT NULL,
        key text NOT NULL,
        holder_kind text NOT NULL,
        holder_id uuid NOT NULL,
        taken_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (scope, key)
      );
      CREATE INDEX claim_holder ON claim (holder_kind, holder_id);
      CREATE TABLE claim_history (
        scope text NOT NULL,
        key text NOT NULL,
        holder_kind text NOT NULL,
        holder_id uuid NOT NULL,
        taken_at timestamptz NOT NULL,
        released_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX claim_history_key ON claim_history (scope, key, released_at);
      CREATE TABLE counter (name text PRIMARY KEY, value integer NOT NULL);
      CREATE TABLE free_text (
        id uuid PRIMARY KEY,
        entity_kind text NOT NULL,
        entity_id uuid NOT NULL,
        sha256 char(64) NOT NULL,
        -- Empty once erased; the hash in the ledger stays.
        content text,
        written_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        erased_at timestamptz
      );
      CREATE INDEX free_text_entity ON free_text (entity_kind, entity_id);
      CREATE TABLE planned_occurrence (
        entity_kind text NOT NULL,
        entity_id uuid NOT NULL,
        key text NOT NULL,
        series integer NOT NULL,
        rule text NOT NULL,
        object text NOT NULL,
        step text NOT NULL,
        kind text NOT NULL,
        level text,
        at timestamptz NOT NULL,
        to_roles text[] NOT NULL,
        owner jsonb NOT NULL,
        consequence text,
        due_on date NOT NULL,
        because jsonb NOT NULL,
        policy_key text NOT NULL,
        article text,
        cancelled_by text NOT NULL,
        room_id uuid,
        PRIMARY KEY (entity_kind, entity_id, key, series)
      );
      CREATE INDEX planned_occurrence_at ON planned_occurrence (at) WHERE room_id IS NULL;
      CREATE INDEX planned_occurrence_room ON planned_occurrence (room_id, at) WHERE room_id IS NOT NULL;`);
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT USAGE ON SCHEMA public TO gongfang_app;
          ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO gongfang_app;
          ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO gongfang_app;
          GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO gongfang_app;
          GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO gongfang_app;
          REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry FROM gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE planned_occurrence, free_text, counter, claim_history, claim, command, ledger_entry, entity_head, room;',
    );
  }
}
