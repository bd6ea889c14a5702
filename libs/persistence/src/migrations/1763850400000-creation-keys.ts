import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which entity a person's Idempotency-Key has created, so that a repeated creation finds the first one, also when copies race. */
export class CreationKeys1763850400000 implements MigrationInterface {
  name = 'CreationKeys1763850400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE creation_key (
        person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        key uuid NOT NULL,
        entity_kind text NOT NULL,
        entity_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, key)
      );`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE creation_key;');
  }
}
