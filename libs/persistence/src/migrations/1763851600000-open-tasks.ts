import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked of whom now, beside each summary: derived from the ledger like the rest of the row, so a rebuild fills it for what was there before. */
export class OpenTasks1763851600000 implements MigrationInterface {
  name = 'OpenTasks1763851600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['project_summary', 'call_summary']) {
      await queryRunner.query(`
        ALTER TABLE ${table}
          ADD COLUMN tasks jsonb NOT NULL DEFAULT '[]',
          -- Everybody whom any of the tasks names, and the standing roles they name: for finding the rows of one person.
          ADD COLUMN asked_ids uuid[] NOT NULL DEFAULT '{}',
          ADD COLUMN asked_roles text[] NOT NULL DEFAULT '{}';
        CREATE INDEX ${table}_asked ON ${table} USING gin (asked_ids);
        CREATE INDEX ${table}_asked_roles ON ${table} USING gin (asked_roles);`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['project_summary', 'call_summary'])
      await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN tasks, DROP COLUMN asked_ids, DROP COLUMN asked_roles;`);
  }
}
