import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of policy versions and of calendar years, each published by a second person; a published policy version never changes. */
export class PolicyAndCalendarDrafts1763853200000 implements MigrationInterface {
  name = 'PolicyAndCalendarDrafts1763853200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE policy_version
        ADD COLUMN rev integer NOT NULL DEFAULT 1,
        ADD COLUMN note text NOT NULL DEFAULT '',
        -- The version that it was copied from and is compared with.
        ADD COLUMN base_version integer REFERENCES policy_version (version),
        -- Everybody who wrote on it: none of them confirms it.
        ADD COLUMN editors uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
        -- Under which a copy was asked for: asked twice, it is one draft.
        ADD COLUMN creation_key uuid UNIQUE,
        -- The act by which it was proposed to a second person; while that waits, the draft is not changed.
        ADD COLUMN proposal_id uuid REFERENCES technical_act (id),
        DROP CONSTRAINT policy_version_state_check,
        ADD CONSTRAINT policy_version_state_check CHECK (state IN ('draft', 'published', 'discarded'));

      CREATE FUNCTION refuse_policy_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'policy version % is published and never changes', OLD.version; END $$;
      CREATE TRIGGER published_policy_stays BEFORE UPDATE OR DELETE ON policy_version
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_policy_change();

      CREATE TABLE calendar_draft (
        -- The key under which it was begun: asked twice, it is one draft.
        id uuid PRIMARY KEY,
        country char(2) NOT NULL,
        year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        -- The days as somebody types them, in the shape of calendar_day.
        days jsonb NOT NULL,
        source text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'discarded')),
        -- Version of the table that it was copied from; 0 when there was none.
        base_version integer NOT NULL,
        rev integer NOT NULL DEFAULT 1,
        written_by uuid REFERENCES person (id),
        editors uuid[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        proposal_id uuid REFERENCES technical_act (id)
      );
      CREATE INDEX calendar_draft_open ON calendar_draft (country, year) WHERE state = 'draft';
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT SELECT, INSERT, UPDATE ON calendar_draft TO gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE calendar_draft;
      DROP TRIGGER published_policy_stays ON policy_version;
      DROP FUNCTION refuse_policy_change();
      DELETE FROM policy_version WHERE state = 'discarded';
      ALTER TABLE policy_version DROP CONSTRAINT policy_version_state_check,
        ADD CONSTRAINT policy_version_state_check CHECK (state IN ('draft', 'published')),
        DROP COLUMN rev, DROP COLUMN note, DROP COLUMN base_version, DROP COLUMN editors, DROP COLUMN updated_at, DROP COLUMN creation_key,
        DROP COLUMN proposal_id;`);
  }
}
