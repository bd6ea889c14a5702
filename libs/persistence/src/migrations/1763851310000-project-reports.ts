import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The annual reports that projects owe, one row a year: the campaign's grid reads 10,000 projects without unfolding their states. */
export class ProjectReports1763851310000 implements MigrationInterface {
  name = 'ProjectReports1763851310000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE project_report (
        project_id uuid NOT NULL,
        year integer NOT NULL,
        -- As the state says, and 'planned' before the report opens.
        state text NOT NULL,
        short_form boolean NOT NULL,
        -- When it opened, or will.
        opens_at timestamptz NOT NULL,
        due_on date,
        ends_at timestamptz,
        submitted_at timestamptz,
        accepted_at timestamptz,
        warned_at timestamptz,
        suspended_at timestamptz,
        PRIMARY KEY (project_id, year)
      );
      CREATE INDEX project_report_year ON project_report (year, state);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE project_report;');
  }
}
