import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Readers that must stay quick with many thousands of projects. Which projects can hold a word is always asked of the index: without it each row's
 * pieces would be unpacked, which the planner counts as nothing. And the coming days are counted without opening the occurrences themselves.
 */
export class SearchCandidates1763851700000 implements MigrationInterface {
  name = 'SearchCandidates1763851700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION search_candidates(wanted integer[]) RETURNS SETOF uuid LANGUAGE sql STABLE SET enable_seqscan = off AS $$
        SELECT project_id FROM project_search WHERE grams @> wanted $$;
      DROP INDEX planned_occurrence_at;
      CREATE INDEX planned_occurrence_at ON planned_occurrence (at) INCLUDE (kind, entity_kind, entity_id) WHERE room_id IS NULL;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX planned_occurrence_at;
      CREATE INDEX planned_occurrence_at ON planned_occurrence (at) WHERE room_id IS NULL;
      DROP FUNCTION search_candidates(integer[]);`);
  }
}
