import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists ask of a project without opening its state; the text it is found by, kept up to date by marks that every change of a source leaves;
 * and views that people save.
 */
export class ProjectList1763851000000 implements MigrationInterface {
  name = 'ProjectList1763851000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Since when the application is frozen, and accepted for review: both decide who may read it.
      ALTER TABLE project_summary ADD COLUMN frozen_at timestamptz, ADD COLUMN accepted_at timestamptz;
      UPDATE project_summary s SET frozen_at = (h.state->>'frozenAt')::timestamptz, accepted_at = (h.state->'check'->>'acceptedAt')::timestamptz
        FROM entity_head h WHERE h.kind = 'project' AND h.id = s.id;
      CREATE INDEX project_summary_organizations ON project_summary USING gin (organization_ids);
      CREATE INDEX project_summary_since ON project_summary (since, id);
      CREATE INDEX project_summary_due ON project_summary ((coalesce(deadline_ends_at, '9999-12-31 00:00:00+00'::timestamptz)), id);
      CREATE INDEX project_summary_reference ON project_summary ((coalesce(reference, '~') COLLATE "C"), id);

      CREATE TABLE project_search (
        project_id uuid PRIMARY KEY,
        -- For whoever may read the project at all; for whoever may read what was applied for; for whoever may know its contacts.
        open_text text NOT NULL,
        content_text text NOT NULL,
        contacts_text text NOT NULL,
        -- Hashes of all pieces of two Chinese or three other characters: whatever lacks one of a word's pieces does not hold the word.
        grams integer[] NOT NULL,
        -- What titles, organizations and officer are sorted by, by language.
        keys jsonb NOT NULL
      );
      CREATE INDEX project_search_grams ON project_search USING gin (grams);
      -- Projects whose search text is to be written anew. Only added to, so that writers never wait for each other.
      CREATE TABLE search_mark (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        project_id uuid NOT NULL
      );
      INSERT INTO search_mark (project_id) SELECT id FROM project_summary ORDER BY id;

      CREATE FUNCTION mark_project() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO search_mark (project_id) VALUES (NEW.id); RETURN NULL; END $$;
      CREATE TRIGGER mark_new AFTER INSERT ON project_summary FOR EACH ROW EXECUTE FUNCTION mark_project();
      CREATE TRIGGER mark_changed AFTER UPDATE ON project_summary FOR EACH ROW
        WHEN ((OLD.reference, OLD.application_ref, OLD.call_code, OLD.officer_id, OLD.lead_organization_id, OLD.host_organization_id,
               OLD.organization_ids, OLD.contact_ids, OLD.stage, OLD.sub_state)
          IS DISTINCT FROM (NEW.reference, NEW.application_ref, NEW.call_code, NEW.officer_id, NEW.lead_organization_id,
               NEW.host_organization_id, NEW.organization_ids, NEW.contact_ids, NEW.stage, NEW.sub_state))
        EXECUTE FUNCTION mark_project();

      CREATE FUNCTION mark_draft() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO search_mark (project_id) VALUES (NEW.project_id); RETURN NULL; END $$;
      CREATE TRIGGER mark_draft AFTER INSERT OR UPDATE ON application_draft FOR EACH ROW EXECUTE FUNCTION mark_draft();
      CREATE TRIGGER mark_version AFTER INSERT OR UPDATE ON application_version FOR EACH ROW EXECUTE FUNCTION mark_draft();

      CREATE FUNCTION mark_document() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE one document := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        BEGIN
          IF one.entity_kind = 'project' THEN INSERT INTO search_mark (project_id) VALUES (one.entity_id); END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER mark_document AFTER INSERT OR UPDATE OR DELETE ON document FOR EACH ROW EXECUTE FUNCTION mark_document();

      CREATE FUNCTION mark_organization() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO search_mark (project_id) SELECT id FROM project_summary WHERE organization_ids @> ARRAY[NEW.id];
          RETURN NULL;
        END $$;
      CREATE TRIGGER mark_renamed AFTER UPDATE ON organization FOR EACH ROW
        WHEN ((OLD.name_zh, OLD.name_en, OLD.name_local) IS DISTINCT FROM (NEW.name_zh, NEW.name_en, NEW.name_local))
        EXECUTE FUNCTION mark_organization();

      CREATE FUNCTION mark_alias() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE one organization_alias := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        BEGIN
          INSERT INTO search_mark (project_id) SELECT id FROM project_summary WHERE organization_ids @> ARRAY[one.organization_id];
          RETURN NULL;
        END $$;
      CREATE TRIGGER mark_alias AFTER INSERT OR UPDATE OR DELETE ON organization_alias FOR EACH ROW EXECUTE FUNCTION mark_alias();

      CREATE FUNCTION mark_person() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO search_mark (project_id)
            SELECT id FROM project_summary WHERE contact_ids @> ARRAY[NEW.id] UNION SELECT id FROM project_summary WHERE officer_id = NEW.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER mark_renamed AFTER UPDATE ON person FOR EACH ROW
        WHEN ((OLD.full_name, OLD.latin_name) IS DISTINCT FROM (NEW.full_name, NEW.latin_name)) EXECUTE FUNCTION mark_person();

      CREATE TABLE saved_view (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        page text NOT NULL CHECK (page IN ('list', 'board')),
        name text NOT NULL,
        -- What stands behind the question mark of the page's address.
        search text NOT NULL,
        shared_roles text[] NOT NULL DEFAULT '{}',
        rev integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- Removed, but may be brought back.
        removed_at timestamptz
      );
      CREATE INDEX saved_view_owner ON saved_view (owner_id);
      CREATE INDEX saved_view_shared ON saved_view USING gin (shared_roles) WHERE removed_at IS NULL;
      CREATE TABLE home_view (
        person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
        view_id uuid NOT NULL REFERENCES saved_view (id) ON DELETE CASCADE
      );`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE home_view, saved_view;
      DROP TRIGGER mark_new ON project_summary; DROP TRIGGER mark_changed ON project_summary; DROP TRIGGER mark_draft ON application_draft;
      DROP TRIGGER mark_version ON application_version; DROP TRIGGER mark_document ON document; DROP TRIGGER mark_renamed ON organization;
      DROP TRIGGER mark_alias ON organization_alias; DROP TRIGGER mark_renamed ON person;
      DROP FUNCTION mark_project(), mark_draft(), mark_document(), mark_organization(), mark_alias(), mark_person();
      DROP TABLE search_mark, project_search;
      DROP INDEX project_summary_organizations, project_summary_since, project_summary_due, project_summary_reference;
      ALTER TABLE project_summary DROP COLUMN frozen_at, DROP COLUMN accepted_at;`);
  }
}
