import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a call needs before it may be published: its public notice in zh and en. */
export class CallMaterials1763850020000 implements MigrationInterface {
  name = 'CallMaterials1763850020000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE call_material (
        call_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('notice')),
        language text NOT NULL,
        content jsonb NOT NULL,
        rev integer NOT NULL DEFAULT 1,
        PRIMARY KEY (call_id, kind, language)
      );`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE call_material;');
  }
}
