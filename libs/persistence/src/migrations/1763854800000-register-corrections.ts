import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Corrections of the register of organizations and people: what each changes, kept apart from the acts that carry them, since it holds names and
 * addresses of people.
 */
export class RegisterCorrections1763854800000 implements MigrationInterface {
  name = 'RegisterCorrections1763854800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE register_correction (
        -- The act that asked for it tells who, when, why, and who agreed.
        id uuid PRIMARY KEY REFERENCES technical_act (id),
        subject text NOT NULL CHECK (subject IN ('organization', 'person')),
        subject_id uuid NOT NULL,
        -- Revision of the entry that the proposer saw; another one at the second person's word refuses it.
        seen_rev integer NOT NULL,
        -- Changed fields only.
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        undoes uuid REFERENCES register_correction (id),
        state text NOT NULL CHECK (state IN ('open', 'applied', 'dropped'))
      );
      CREATE UNIQUE INDEX register_correction_one_open ON register_correction (subject, subject_id) WHERE state = 'open';
      CREATE INDEX register_correction_subject ON register_correction (subject, subject_id);
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT SELECT, INSERT, UPDATE ON register_correction TO gongfang_app;
          REVOKE DELETE, TRUNCATE ON register_correction FROM gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE register_correction;');
  }
}
