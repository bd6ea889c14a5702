import type { EntityKey } from '@app/persistence';
import type { CommitKit } from './commit-kit';

/** Stages with a sub-state each, over which copies are spread; closed ones among them. */
const places = [
  ['application', 'submitted'],
  ['review', 'checking'],
  ['review', 'scoring'],
  ['approval', 'awaiting-decision'],
  ['mou', 'signing'],
  ['construction', 'building'],
  ['annual-report', 'operating'],
  ['closed', 'archived'],
];

/**
 * Copies a project many times in the tables that lists read, spread over stages, countries (some without), officers (some without), deadlines
 * before and after the room's time, and holds; every other asks something of the officer; always in the same way. There is no ledger behind the copies: for figures only.
 */
export async function copyProject(kit: CommitKit, { id }: EntityKey, copies: number): Promise<void> {
  const { officer, head } = kit.people;
  await kit.db.query(
    `WITH made AS MATERIALIZED (
       SELECT n, gen_random_uuid() AS id, $3::jsonb->(n % 8)->>0 AS stage, $3::jsonb->(n % 8)->>1 AS sub_state,
              (ARRAY['CN', 'KH', 'LA', 'MM', 'TH', 'VN', NULL])[1 + n % 7] AS country,
              (ARRAY[$4::uuid, $5::uuid, NULL])[1 + n % 3] AS officer,
              CASE WHEN n % 5 = 0 THEN NULL ELSE (SELECT room_now FROM room WHERE id = $6::uuid) + (n % 97 - 60) * interval '2 days' END AS ends_at,
              CASE WHEN n % 11 = 0 THEN 'suspended' END AS held
         FROM generate_series(1, $2::int) n),
     rows AS (
       SELECT m.id, m.stage, m.sub_state, jsonb_build_object('id', m.id, 'reference', 'COPY-' || m.n, 'project_ref', NULL, 'application_ref', NULL,
                'stage', m.stage, 'sub_state', m.sub_state, 'closed', m.stage = 'closed', 'host_country', m.country, 'officer_id', m.officer,
                'held', m.held, 'deadline_on', m.ends_at::date, 'deadline_ends_at', m.ends_at, 'deadline_zone', 'Asia/Shanghai',
                'deadline_ladder', CASE WHEN m.ends_at IS NOT NULL THEN 'check' END, 'deadline_object', CASE WHEN m.ends_at IS NOT NULL THEN 'check' END,
                'owner_role', CASE WHEN m.ends_at IS NULL THEN NULL WHEN m.n % 2 = 0 THEN 'CO' ELSE 'PL' END, 'owner_person_id', NULL,
                'owner_organization_id', NULL, 'asked_roles', '[]'::jsonb, 'contact_ids', '[]'::jsonb,
                'asked_ids', CASE WHEN m.n % 2 = 0 THEN jsonb_build_array($4::uuid) ELSE '[]' END,
                'tasks', CASE WHEN m.n % 2 = 0 THEN jsonb_build_array(jsonb_build_object('people', jsonb_build_array($4::uuid), 'roles', '[]'::jsonb,
                  'except', '[]'::jsonb)) ELSE '[]' END) AS change
         FROM made m),
     summaries AS (
       INSERT INTO project_summary SELECT r.* FROM rows, project_summary s, jsonb_populate_record(s, rows.change) r WHERE s.id = $1 RETURNING 1)
     INSERT INTO entity_head SELECT r.* FROM rows, entity_head h, jsonb_populate_record(h, jsonb_build_object('id', rows.id)) r
      WHERE h.kind = 'project' AND h.id = $1`,
    [id, copies, JSON.stringify(places), officer.personId, head.personId, kit.roomId],
  );
}
