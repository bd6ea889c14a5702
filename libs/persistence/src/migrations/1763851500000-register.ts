import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public register: one row for every project that was ever announced, with nothing but what is public. Rehearsals have none. */
export class Register1763851500000 implements MigrationInterface {
  name = 'Register1763851500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE register_entry (
        id uuid PRIMARY KEY,
        reference text NOT NULL UNIQUE,
        call_code text NOT NULL,
        year integer NOT NULL,
        -- approved | running | suspended | stopped; of the last, how it ended.
        status text NOT NULL,
        outcome text,
        title_zh text,
        title_en text,
        lead_organization_id uuid,
        host_country text,
        approved_on date,
        effective_on date,
        expires_on date,
        stopped_on date
      );
      CREATE INDEX register_entry_order ON register_entry (year DESC, reference COLLATE "C");
      INSERT INTO register_entry
      SELECT s.id, s.project_ref, s.call_code, s.year,
             CASE WHEN s.outcome IS NOT NULL OR s.stage = 'closed' THEN 'stopped'
                  WHEN s.held = 'suspension' THEN 'suspended'
                  WHEN s.stage IN ('construction', 'annual-report') THEN 'running' ELSE 'approved' END,
             s.outcome, v.content->>'titleZh', v.content->>'titleEn', s.lead_organization_id, s.host_country,
             coalesce(h.state->'mou'->>'awardedOn', jsonb_path_query_first(h.state, '$.imported.facts[*] ? (@.what == "ProjectApproved").on')#>>'{}')::date,
             (h.state->'mou'->>'effectiveOn')::date, (h.state->'mou'->>'expiresOn')::date,
             CASE WHEN NOT h.state ? 'imported' THEN ((h.state->>'closedAt')::timestamptz AT TIME ZONE 'Asia/Shanghai')::date END
        FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
        LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id
          AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
       WHERE s.project_ref IS NOT NULL AND s.room_id IS NULL
         AND coalesce(s.outcome, '') NOT IN ('not-submitted', 'withdrawn', 'not-accepted', 'rejected', 'reserve-expired', 'excluded');`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE register_entry;');
  }
}
