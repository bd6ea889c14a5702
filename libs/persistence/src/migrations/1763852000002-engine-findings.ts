import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the last look at the engine found to be in need of repair. */
export class EngineFindings1763852000002 implements MigrationInterface {
  name = 'EngineFindings1763852000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE engine_finding (
        entity_kind text NOT NULL CHECK (entity_kind IN ('project', 'call')),
        entity_id uuid NOT NULL,
        code text NOT NULL,
        -- Numbers, instants and codes of the sentence that tells it.
        details jsonb NOT NULL,
        found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (entity_kind, entity_id, code)
      );
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gongfang_app') THEN
          GRANT SELECT, INSERT, UPDATE, DELETE ON engine_finding TO gongfang_app;
        END IF;
      END $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE engine_finding');
  }
}
