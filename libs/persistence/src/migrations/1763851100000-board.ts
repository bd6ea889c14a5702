import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits of the board's columns, and the order of its cells. */
export class Board1763851100000 implements MigrationInterface {
  name = 'Board1763851100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE board_limit (
        stage text PRIMARY KEY,
        -- Nothing: no limit.
        most integer CHECK (most > 0),
        version integer NOT NULL,
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX project_summary_urgency ON project_summary (stage, (coalesce(deadline_ends_at, '9999-12-31 00:00:00+00'::timestamptz)), id);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX project_summary_urgency; DROP TABLE board_limit;');
  }
}
