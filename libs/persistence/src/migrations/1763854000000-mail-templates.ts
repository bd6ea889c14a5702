import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of mails that administrators release in place of those of the release, version by version; each delivery says which it was written with. */
export class MailTemplates1763854000000 implements MigrationInterface {
  name = 'MailTemplates1763854000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mail_template (
        kind text NOT NULL,
        -- Version 0 is the words of the release and has no row.
        version integer NOT NULL CHECK (version > 0),
        -- { "zh-CN": { "act", "body": [] }, "en": … }
        texts jsonb NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'released', 'discarded')),
        -- The version that it was copied from; 0 for the words of the release.
        base_version integer NOT NULL,
        rev integer NOT NULL DEFAULT 1,
        written_by uuid REFERENCES person (id),
        -- Everybody who wrote on it: none of them confirms it.
        editors uuid[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        released_at timestamptz,
        -- Under which a draft was asked for: asked twice, it is one draft.
        creation_key uuid NOT NULL UNIQUE,
        -- The act by which it was proposed to a second person; while that waits, the draft is not changed.
        proposal_id uuid REFERENCES technical_act (id),
        PRIMARY KEY (kind, version)
      );
      CREATE UNIQUE INDEX mail_template_one_draft ON mail_template (kind) WHERE state = 'draft';

      CREATE FUNCTION refuse_template_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'words % of % are released and never change', OLD.version, OLD.kind; END $$;
      CREATE TRIGGER released_template_stays BEFORE UPDATE OR DELETE ON mail_template
        FOR EACH ROW WHEN (OLD.state = 'released') EXECUTE FUNCTION refuse_template_change();

      -- By kind: { "version": n }, and with "instead" the version that could not be used.
      ALTER TABLE delivery ADD COLUMN templates jsonb NOT NULL DEFAULT '{}';
      CREATE INDEX outbox_notification ON outbox (notification, created_at DESC) WHERE kind = 'mail';
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT SELECT, INSERT, UPDATE ON mail_template TO gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX outbox_notification;
      ALTER TABLE delivery DROP COLUMN templates;
      DROP TABLE mail_template;
      DROP FUNCTION refuse_template_change();`);
  }
}
