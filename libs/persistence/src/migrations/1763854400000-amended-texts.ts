import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The title that an amendment has put in place of the application's: the project's state names the text, this reads it. */
export class AmendedTexts1763854400000 implements MigrationInterface {
  name = 'AmendedTexts1763854400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Whoever may not read the application's own title reads no other.
      CREATE FUNCTION amended_text(project uuid, what text, applied text) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT CASE WHEN applied IS NOT NULL THEN coalesce(
          (SELECT t.content FROM entity_head h JOIN free_text t ON t.id = (h.state->'amended'->what->>'textId')::uuid
            WHERE h.kind = 'project' AND h.id = project), applied) END
      $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION amended_text(uuid, text, text)');
  }
}
