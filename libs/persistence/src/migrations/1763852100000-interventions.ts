import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the list of interventions be read by kind and time without reading the whole ledger. */
export class Interventions1763852100000 implements MigrationInterface {
  name = 'Interventions1763852100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX ledger_entry_type ON ledger_entry (type, occurred_at) WHERE actor_id IS NOT NULL;
      CREATE INDEX ledger_entry_occurred ON ledger_entry (occurred_at, rev, id) WHERE actor_id IS NOT NULL;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ledger_entry_type; DROP INDEX ledger_entry_occurred;');
  }
}
