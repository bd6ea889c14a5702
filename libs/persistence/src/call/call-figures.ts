import { requiredApplicationFields } from '../draft/application-form';
import type { Sql } from '../sql';

/** How the applications of a call come in: where all of them stand, and those that were handed in by host country and by day. */
export interface CallIntake {
  states: { stage: string; subState: string; outcome: string | null; count: number }[];
  handedIn: { country: string; count: number }[];
  /** First hand-ins per day of Beijing. */
  days: { on: string; count: number }[];
}

const ofCall = `project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id LEFT JOIN room r ON r.id = s.room_id`;

/** An open deadline of a ladder that has passed, in the project's own time; `about` narrows it to one object. */
function late(ladders: string, about = ''): string {
  return `EXISTS (SELECT FROM jsonb_array_elements(h.state->'deadlines') d WHERE d->>'ladder' IN (${ladders}) AND NOT d ? 'frozen'
    AND (d->>'endsAt')::timestamptz <= virtual_now(s.clock, r.room_now) ${about})`;
}

/** Counts of a call's applications. */
export async function callIntake(db: Sql, callId: string): Promise<CallIntake> {
  const states = await db.query<CallIntake['states']>(
    `SELECT stage, sub_state AS "subState", outcome, count(*)::int AS count FROM project_summary WHERE call_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [callId],
  );
  const handedIn = await db.query<CallIntake['handedIn']>(
    `SELECT host_country AS country, count(*)::int AS count FROM project_summary
      WHERE call_id = $1 AND application_ref IS NOT NULL AND host_country IS NOT NULL GROUP BY 1 ORDER BY 1`,
    [callId],
  );
  const days = await db.query<CallIntake['days']>(
    `SELECT to_char((h.state->'submissions'->0->>'submittedAt')::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "on", count(*)::int AS count
       FROM ${ofCall} WHERE s.call_id = $1 AND s.application_ref IS NOT NULL AND jsonb_array_length(h.state->'submissions') > 0 GROUP BY 1 ORDER BY 1`,
    [callId],
  );
  return { states, handedIn, days };
}

/** From which share of the required fields on a draft counts as nearly complete. */
const nearlyComplete = 0.8;

/** How many drafts of a call have more than 80 % of the required fields: a number only, their content stays sealed. */
export async function draftsNearlyComplete(db: Sql, callId: string): Promise<number> {
  const rows = await db.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM project_summary s JOIN application_draft d ON d.project_id = s.id
      WHERE s.call_id = $1 AND s.stage = 'application' AND s.sub_state = 'draft' AND s.application_ref IS NULL
        AND (SELECT count(*) FROM unnest($2::text[]) f WHERE d.content ? f AND d.content->f NOT IN ('""', '[]', 'false')) > $3::numeric * cardinality($2::text[])`,
    [callId, requiredApplicationFields, nearlyComplete],
  );
  return rows[0]?.count ?? 0;
}

/** How far one officer is with the formal check of a call; a null officer holds the files nobody was named for. */
export interface CheckProgress {
  officerId: string | null;
  officerName: string | null;
  /** Decided: accepted, or not accepted. */
  done: number;
  /** The officer's turn. */
  waiting: number;
  /** Sent back, the applicant's turn. */
  returned: number;
  /** Of those that wait, how many wait longer than the officer has. */
  late: number;
}

/** Progress of the formal check, the officer with most waiting files first. Withdrawn applications are not counted. */
export function checkProgress(db: Sql, callId: string): Promise<CheckProgress[]> {
  const done = `(h.state->'check' ? 'acceptedAt' OR s.sub_state = 'not-accepted' OR s.outcome = 'not-accepted')`;
  const waiting = `(s.stage = 'review' AND s.sub_state IN ('checking', 'resubmitted'))`;
  return db.query(
    `SELECT s.officer_id AS "officerId", p.full_name AS "officerName", (count(*) FILTER (WHERE ${done}))::int AS done,
            (count(*) FILTER (WHERE ${waiting}))::int AS waiting, (count(*) FILTER (WHERE s.stage = 'review' AND s.sub_state = 'returned'))::int AS returned,
            (count(*) FILTER (WHERE ${waiting} AND ${late(`'check'`)}))::int AS late
       FROM ${ofCall} LEFT JOIN person p ON p.id = s.officer_id
      WHERE s.call_id = $1 AND s.application_ref IS NOT NULL AND h.state ? 'frozenAt' AND s.outcome IS DISTINCT FROM 'withdrawn'
      GROUP BY 1, 2 ORDER BY 4 DESC, 2 NULLS LAST, 1`,
    [callId],
  );
}

/** How far one expert is with his files of a call; how he scored is said nowhere here. */
export interface ExpertProgress {
  expertId: string;
  name: string | null;
  country: string | null;
  invited: number;
  accepted: number;
  declared: number;
  scored: number;
  /** Files on which he owes an answer or a sheet that is overdue. */
  late: number;
  /** Lost: let go after silence, replaced, or in a conflict of interest. */
  left: number;
}

/** Progress of the experts of a call, the late ones first. */
export function expertProgress(db: Sql, callId: string): Promise<ExpertProgress[]> {
  const inState = (...states: string[]): string =>
    `(count(*) FILTER (WHERE a->>'state' IN (${states.map((one) => `'${one}'`).join(', ')})))::int`;
  return db.query(
    `SELECT a->>'expertId' AS "expertId", p.full_name AS name, p.country, ${inState('invited')} AS invited, ${inState('accepted')} AS accepted,
            ${inState('declared')} AS declared, ${inState('done')} AS scored,
            (count(*) FILTER (WHERE ${late(`'invitation', 'scoring'`, `AND d->>'object' = a->>'expertId'`)}))::int AS late,
            ${inState('released', 'replaced', 'conflict')} AS left
       FROM ${ofCall} CROSS JOIN LATERAL jsonb_array_elements(h.state->'review'->'assignments') a
       LEFT JOIN person p ON p.id = (a->>'expertId')::uuid
      WHERE s.call_id = $1 AND a->>'state' <> 'proposed' GROUP BY 1, 2, 3 ORDER BY late DESC, 2, 1`,
    [callId],
  );
}

/** An accepted file that still lacks sheets, or whose sheets lie far apart. Totals are in half points. */
export interface FileInScoring {
  projectId: string;
  reference: string;
  subState: string;
  centreCandidate: boolean;
  invited: number;
  totals: number[];
}

/** Files of a call in review with what their valid sheets add up to, in the order of their numbers. */
export function filesInScoring(db: Sql, callId: string): Promise<FileInScoring[]> {
  return db.query(
    `SELECT s.id AS "projectId", s.application_ref AS reference, s.sub_state AS "subState",
            coalesce(s.demonstration_centre = 'candidate', FALSE) AS "centreCandidate",
            (SELECT count(*)::int FROM jsonb_array_elements(h.state->'review'->'assignments') a
              WHERE a->>'state' IN ('invited', 'accepted', 'declared', 'done')) AS invited, ${totals} AS totals
       FROM ${ofCall} WHERE s.call_id = $1 AND s.stage = 'review' AND h.state->'check' ? 'acceptedAt' ORDER BY s.application_ref COLLATE "C"`,
    [callId],
  );
}

/** Totals in half points of the valid sheets of a project, as SQL over its head `h`. */
export const totals = `ARRAY(SELECT (SELECT coalesce(sum(x.value::int), 0)::int FROM jsonb_each_text(sheet->'halfPoints') x)
  FROM jsonb_array_elements(h.state->'review'->'sheets') sheet WHERE (sheet->>'valid')::boolean)`;
