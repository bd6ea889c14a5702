import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the watchdog proves every hour, what it found, and whom it told when the proof stopped. */
export class Watchdog1763853000000 implements MigrationInterface {
  name = 'Watchdog1763853000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE watch_proof (
        -- The key under which it was asked for: asked twice, it is one proof.
        id uuid PRIMARY KEY,
        door text NOT NULL CHECK (door IN ('clock', 'page', 'api', 'cli')),
        asked_by uuid REFERENCES person (id),
        asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        started_at timestamptz,
        -- Last sign of life of whoever carries it out.
        seen_at timestamptz,
        ended_at timestamptz,
        steps integer NOT NULL DEFAULT 0,
        steps_done integer NOT NULL DEFAULT 0,
        -- How much was compared, by name.
        counts jsonb NOT NULL DEFAULT '{}',
        -- Comparisons that could not be made, each with a code.
        failed jsonb NOT NULL DEFAULT '[]',
        open_findings integer,
        result text CHECK (result IN ('quiet', 'findings', 'failed')),
        CHECK ((ended_at IS NULL) = (result IS NULL))
      );
      CREATE INDEX watch_proof_asked ON watch_proof (asked_at);
      CREATE INDEX watch_proof_open ON watch_proof (asked_at) WHERE ended_at IS NULL;
      CREATE INDEX watch_proof_ended ON watch_proof (ended_at) WHERE ended_at IS NOT NULL;
      CREATE INDEX watch_proof_made ON watch_proof (ended_at) WHERE result IN ('quiet', 'findings');
      CREATE TABLE watch_finding (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        -- What it is about, told apart from others of its kind.
        about text NOT NULL,
        entity_kind text CHECK (entity_kind IN ('project', 'call')),
        entity_id uuid,
        -- Numbers, instants and codes of the sentence that tells it.
        details jsonb NOT NULL DEFAULT '{}',
        first_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        gone_at timestamptz,
        proof_id uuid NOT NULL REFERENCES watch_proof (id),
        CHECK ((entity_kind IS NULL) = (entity_id IS NULL))
      );
      CREATE UNIQUE INDEX watch_finding_open ON watch_finding (kind, about) WHERE gone_at IS NULL;
      CREATE INDEX watch_finding_gone ON watch_finding (gone_at) WHERE gone_at IS NOT NULL;
      -- What the watchdog remembers from one look to the next.
      CREATE TABLE watch_memory (
        name text PRIMARY KEY,
        value jsonb NOT NULL,
        written_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      INSERT INTO watch_memory (name, value) VALUES ('installed', '{}');
      -- Once an incident: whoever opens the row tells, the others are quiet.
      CREATE TABLE watch_alarm (
        id uuid PRIMARY KEY,
        opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        opened_by text NOT NULL CHECK (opened_by IN ('watchdog', 'worker')),
        last_proof_at timestamptz,
        -- Addresses and what the mail server said of each.
        told jsonb NOT NULL DEFAULT '[]',
        closed_at timestamptz
      );
      CREATE UNIQUE INDEX watch_alarm_open ON watch_alarm ((true)) WHERE closed_at IS NULL;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE watch_alarm, watch_memory, watch_finding, watch_proof');
  }
}
