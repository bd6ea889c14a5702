import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells a page from an API token among the doors of commands, and keeps what colleagues of the Secretariat note on a project. */
export class DoorsAndComments1763851400000 implements MigrationInterface {
  name = 'DoorsAndComments1763851400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE command DROP CONSTRAINT command_source_check;
      ALTER TABLE command ADD CONSTRAINT command_source_check
        CHECK (source IN ('web', 'api', 'dispatch', 'mail-link', 'cli', 'conductor', 'first-data')) NOT VALID;
      CREATE TABLE project_comment (
        id uuid PRIMARY KEY,
        project_id uuid NOT NULL,
        author_id uuid NOT NULL REFERENCES person (id),
        -- Plain text; pages show it as text.
        body text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        edited_at timestamptz,
        deleted_at timestamptz,
        -- Written, edited, deleted or brought back: what pages that show it have to know.
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX project_comment_project ON project_comment (project_id, created_at);
      CREATE INDEX project_comment_changed ON project_comment (changed_at);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE project_comment;
      UPDATE command SET source = 'api' WHERE source = 'web';
      UPDATE command SET source = 'cli' WHERE source = 'first-data';
      ALTER TABLE command DROP CONSTRAINT command_source_check;
      ALTER TABLE command ADD CONSTRAINT command_source_check CHECK (source IN ('api', 'dispatch', 'mail-link', 'cli', 'conductor'));`);
  }
}
