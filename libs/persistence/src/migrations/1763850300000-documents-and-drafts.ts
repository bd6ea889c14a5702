import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored files, drafts of applications and reports, and every saved version of them, so that a command can pin one. */
export class DocumentsAndDrafts1763850300000 implements MigrationInterface {
  name = 'DocumentsAndDrafts1763850300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE document (
        id uuid PRIMARY KEY,
        entity_kind text NOT NULL,
        entity_id uuid NOT NULL,
        type text NOT NULL,
        language text,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size_bytes bigint NOT NULL,
        -- Names the bytes in the file store: the same file twice is one object and two rows.
        sha256 char(64) NOT NULL,
        uploaded_by uuid NOT NULL REFERENCES person (id),
        uploaded_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX document_entity ON document (entity_kind, entity_id, uploaded_at);
      CREATE INDEX document_sha256 ON document (sha256);
      CREATE TABLE application_draft (
        project_id uuid PRIMARY KEY,
        form_version integer NOT NULL,
        version integer NOT NULL,
        content jsonb NOT NULL,
        hash char(64) NOT NULL,
        saved_by uuid NOT NULL REFERENCES person (id),
        saved_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE application_version (
        project_id uuid NOT NULL,
        version integer NOT NULL,
        form_version integer NOT NULL,
        content jsonb NOT NULL,
        hash char(64) NOT NULL,
        saved_by uuid NOT NULL REFERENCES person (id),
        saved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (project_id, version)
      );
      CREATE TABLE report_draft (
        project_id uuid NOT NULL,
        year integer NOT NULL,
        form_version integer NOT NULL,
        version integer NOT NULL,
        content jsonb NOT NULL,
        hash char(64) NOT NULL,
        saved_by uuid NOT NULL REFERENCES person (id),
        saved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (project_id, year)
      );
      CREATE TABLE report_version (
        project_id uuid NOT NULL,
        year integer NOT NULL,
        version integer NOT NULL,
        form_version integer NOT NULL,
        content jsonb NOT NULL,
        hash char(64) NOT NULL,
        saved_by uuid NOT NULL REFERENCES person (id),
        saved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (project_id, year, version)
      );`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE report_version, report_draft, application_version, application_draft, document;');
  }
}
