import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps every intervention of an administrator that is no command of the programme: who, why, about what, with which result, confirmed by whom. */
export class TechnicalActs1763852000000 implements MigrationInterface {
  name = 'TechnicalActs1763852000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE technical_act (
        -- The key under which it was asked for: asked twice, it is one act.
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        entity_kind text CHECK (entity_kind IN ('project', 'call')),
        entity_id uuid,
        door text NOT NULL CHECK (door IN ('page', 'api', 'cli')),
        -- Nobody only for who works on the server itself.
        actor_id uuid REFERENCES person (id),
        reason text NOT NULL CHECK (btrim(reason) <> ''),
        -- What exactly was asked; a repeat must ask the same.
        asked jsonb NOT NULL,
        before jsonb NOT NULL,
        after jsonb,
        state text NOT NULL CHECK (state IN ('proposed', 'running', 'done', 'failed')),
        -- Who confirmed or rejected what was proposed.
        second_id uuid REFERENCES person (id),
        second_door text CHECK (second_door IN ('page', 'api', 'cli')),
        decided_at timestamptz,
        opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        ended_at timestamptz,
        -- The result in words: a stable code and the values of its sentence.
        result_code text,
        result_values jsonb,
        CHECK ((entity_kind IS NULL) = (entity_id IS NULL)),
        CHECK (actor_id IS NOT NULL OR door = 'cli'),
        CHECK (second_id IS NULL OR second_id IS DISTINCT FROM actor_id),
        CHECK ((state IN ('done', 'failed')) = (ended_at IS NOT NULL))
      );
      CREATE INDEX technical_act_opened ON technical_act (opened_at, id);
      CREATE INDEX technical_act_entity ON technical_act (entity_kind, entity_id, opened_at);
      CREATE INDEX technical_act_open ON technical_act (opened_at) WHERE state IN ('proposed', 'running');
      -- What was done stays on record: the application's role takes none away.
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT SELECT, INSERT, UPDATE ON technical_act TO gongfang_app;
          REVOKE DELETE, TRUNCATE ON technical_act FROM gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE technical_act');
  }
}
