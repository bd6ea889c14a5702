import type { Sql } from '../sql';

/** What a ranking shows of a file beside its place: names, where it stands now, and its valid sheets by half points per criterion. */
export interface RankedFileFacts {
  projectId: string;
  titleZh: string | null;
  titleEn: string | null;
  leadZh: string | null;
  leadEn: string | null;
  stage: string;
  subState: string;
  outcome: string | null;
  held: string | null;
  projectRef: string | null;
  demonstrationCentre: string | null;
  sheets: { halfPoints: Record<string, number> }[];
}

/** Facts of some files of a ranking. */
export function rankedFileFacts(db: Sql, projectIds: readonly string[]): Promise<RankedFileFacts[]> {
  return db.query(
    `SELECT s.id AS "projectId", v.content->>'titleZh' AS "titleZh", v.content->>'titleEn' AS "titleEn", o.name_zh AS "leadZh", o.name_en AS "leadEn",
            s.stage, s.sub_state AS "subState", s.outcome, s.held, s.project_ref AS "projectRef", s.demonstration_centre AS "demonstrationCentre",
            coalesce((SELECT jsonb_agg(jsonb_build_object('halfPoints', sheet->'halfPoints')) FROM jsonb_array_elements(h.state->'review'->'sheets') sheet
              WHERE (sheet->>'valid')::boolean), '[]') AS sheets
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
       LEFT JOIN organization o ON o.id = s.lead_organization_id
       LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id
         AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
      WHERE s.id = ANY($1::uuid[])`,
    [projectIds],
  );
}

/** How many people sit on the council, and how many of them may chair it. */
export async function councilSize(db: Sql): Promise<{ members: number; chairs: number }> {
  const rows = await db.query<{ members: number; chairs: number }[]>(
    `SELECT count(DISTINCT p.id)::int AS members, (count(DISTINCT p.id) FILTER (WHERE r.role = 'CC'))::int AS chairs
       FROM person p JOIN person_role r ON r.person_id = p.id AND r.role IN ('CM', 'CC') WHERE p.active`,
  );
  return rows[0] ?? { members: 0, chairs: 0 };
}

/** What the ledger keeps of the council's session: who was there, how they voted, and the reason for departures from the ranking. */
export interface CouncilSession {
  present: string[];
  votesFor: number;
  votesAgainst: number;
  decidedOn: string;
  reason: string | null;
}

/** The session that decided a call's batch; nothing while it is not decided. */
export async function councilSession(db: Sql, callId: string): Promise<CouncilSession | undefined> {
  const rows = await db.query<CouncilSession[]>(
    `SELECT event->'present' AS present, (event->>'votesFor')::int AS "votesFor", (event->>'votesAgainst')::int AS "votesAgainst",
            event->>'decidedOn' AS "decidedOn", t.content AS reason
       FROM ledger_entry e LEFT JOIN free_text t ON t.id = e.reason_text_id
       CROSS JOIN LATERAL jsonb_array_elements(e.body::jsonb->'events') event
      WHERE e.kind = 'call' AND e.id = $1 AND event->>'type' = 'ProposalDecided' AND e.type IN ('DecideProposal', 'ConfirmProposal')
      ORDER BY e.rev DESC LIMIT 1`,
    [callId],
  );
  return rows[0];
}

/** A project on the reserve list. */
export interface ReserveLine {
  projectId: string;
  reference: string;
  subState: string;
  outcome: string | null;
  hostCountry: string | null;
  validUntil: string | null;
}

/** Projects that the council placed on the reserve, whatever became of them. */
export function reserveLines(db: Sql, projectIds: readonly string[]): Promise<ReserveLine[]> {
  return db.query(
    `SELECT s.id AS "projectId", s.application_ref AS reference, s.sub_state AS "subState", s.outcome, s.host_country AS "hostCountry",
            (SELECT d->>'dueOn' FROM jsonb_array_elements(h.state->'deadlines') d WHERE d->>'ladder' = 'clock' AND d->>'object' = 'reserve-valid' LIMIT 1)
              AS "validUntil"
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id WHERE s.id = ANY($1::uuid[])`,
    [projectIds],
  );
}

/** Who holds the one demonstration centre of a host country, or that nobody does, and who of a call stands for it. */
export interface CentreLine {
  country: string;
  holder: { projectId: string; reference: string | null; callCode: string; stage: string } | null;
  candidates: { projectId: string; reference: string }[];
}

/** Demonstration centres by host country: the slots that are held, and the candidates of a call. */
export function centresFor(db: Sql, callId: string): Promise<CentreLine[]> {
  return db.query(
    `WITH candidates AS (
       SELECT host_country AS country, jsonb_agg(jsonb_build_object('projectId', id, 'reference', application_ref) ORDER BY application_ref COLLATE "C") AS list
         FROM project_summary WHERE call_id = $1 AND demonstration_centre = 'candidate' AND application_ref IS NOT NULL AND stage <> 'closed'
          AND host_country IS NOT NULL GROUP BY 1),
     slots AS (
       SELECT c.key AS country, jsonb_build_object('projectId', s.id, 'reference', s.reference, 'callCode', s.call_code, 'stage', s.stage) AS holder
         FROM claim c JOIN project_summary s ON s.id = c.holder_id WHERE c.scope = 'centre'
          AND s.room_id IS NOT DISTINCT FROM (SELECT room_id FROM entity_head WHERE kind = 'call' AND id = $1))
     SELECT coalesce(c.country, t.country) AS country, t.holder, coalesce(c.list, '[]') AS candidates
       FROM candidates c FULL JOIN slots t ON t.country = c.country ORDER BY 1`,
    [callId],
  );
}

/** A file that may duplicate another. */
export interface AlikeFile {
  projectId: string;
  reference: string;
  active: boolean;
}

/** Files that share what should not be shared without a justification. */
export interface AlikeGroup {
  likeness: 'lead+host+field' | 'country+field' | 'site';
  hostCountry: string | null;
  fieldCode: string | null;
  count: number;
  files: AlikeFile[];
}

const groupSize = 8;

/**
 * Groups of files that look alike: handed in under the call and frozen, together with announced projects that are not closed. The strongest likeness
 * first, then the largest group. A group names its first files; `count` says how many there are.
 */
export function alikeGroups(db: Sql, callId: string, limit: number): Promise<AlikeGroup[]> {
  return db.query(
    `WITH files AS (
       SELECT s.id, s.reference, s.project_ref IS NOT NULL AS active, s.call_id = $1 AS own, s.host_country, s.field_code, s.type,
              s.lead_organization_id AS lead, s.host_organization_id AS host,
              nullif(btrim(regexp_replace(lower(concat_ws(' ', v.content->>'hostCity', v.content->>'siteAddress')), '[[:punct:][:space:]]+', ' ', 'g')), '') AS site
         FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
         LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id AND h.state ? 'frozenAt'
           AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON s.call_id = $1
        WHERE s.stage <> 'closed' AND s.reference IS NOT NULL AND h.state ? 'frozenAt' AND (s.call_id = $1 OR s.project_ref IS NOT NULL)
          AND s.room_id IS NOT DISTINCT FROM (SELECT room_id FROM entity_head WHERE kind = 'call' AND id = $1)),
     marked AS (
       SELECT 'lead+host+field' AS likeness, 1 AS weight, concat_ws('/', lead, host, field_code) AS key, files.* FROM files WHERE lead IS NOT NULL AND host IS NOT NULL
       UNION ALL SELECT 'site', 2, host_country || '/' || site, files.* FROM files WHERE site IS NOT NULL
       UNION ALL SELECT 'country+field', 3, host_country || '/' || field_code, files.* FROM files)
     SELECT likeness, min(host_country) AS "hostCountry", CASE WHEN count(DISTINCT field_code) = 1 THEN min(field_code) END AS "fieldCode", count(*)::int AS count,
            jsonb_path_query_array(jsonb_agg(jsonb_build_object('projectId', id, 'reference', reference, 'active', active)
              ORDER BY own DESC, reference COLLATE "C"), '$[0 to ${groupSize - 1}]') AS files
       FROM marked GROUP BY likeness, weight, key HAVING count(*) > 1 AND bool_or(own)
      ORDER BY weight, count(*) DESC, key LIMIT $2`,
    [callId, limit],
  );
}

/** The titles of the frozen applications of a call that are not closed. */
export function titledFiles(db: Sql, callId: string): Promise<{ projectId: string; reference: string; titles: string[] }[]> {
  return db.query(
    `SELECT s.id AS "projectId", s.application_ref AS reference, ARRAY[coalesce(v.content->>'titleZh', ''), coalesce(v.content->>'titleEn', '')] AS titles
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
       JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id
         AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
      WHERE s.call_id = $1 AND s.stage <> 'closed' AND s.application_ref IS NOT NULL AND h.state ? 'frozenAt' ORDER BY s.application_ref COLLATE "C"`,
    [callId],
  );
}
