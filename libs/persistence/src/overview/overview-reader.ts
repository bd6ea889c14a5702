import type { Actor } from '@app/domain';
import { overdueSql } from '../project/project-filters';
import { readableContent, readableProjects } from '../project/project-rights';
import type { Sql } from '../sql';
import { taskAsks } from '../task/asked-of';

/** How many projects stand in one stage and host country, and how many of them are late or held. */
export interface OverviewCell {
  stage: string;
  country: string | null;
  projects: number;
  overdue: number;
  held: number;
}

/** Overdue projects of a host country whose first open deadline lay in a month (`YYYY-MM`, the deadline's own calendar). */
export interface OverdueMonth {
  country: string | null;
  month: string;
  projects: number;
}

const overdue = `coalesce(${overdueSql}, FALSE)`;
const readable = `project_summary s LEFT JOIN room r ON r.id = s.room_id`;

/** Where the projects an actor may see stand, by stage and host country, and in which month the late ones were due. */
export async function overviewFigures(db: Sql, actor: Actor): Promise<{ cells: OverviewCell[]; overdueMonths: OverdueMonth[] }> {
  const rights = readableProjects(actor, 1);
  // One walk over the projects answers both.
  const rows = await db.query<(Omit<OverviewCell, 'overdue'> & { month: string | null })[]>(
    `SELECT s.stage, s.host_country AS country, CASE WHEN ${overdue} THEN to_char(s.deadline_on, 'YYYY-MM') END AS month,
            count(*)::int AS projects, (count(*) FILTER (WHERE s.held IS NOT NULL))::int AS held
       FROM ${readable} WHERE ${rights.sql} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    rights.values,
  );
  const cells = new Map<string, OverviewCell>();
  const months = new Map<string, OverdueMonth>();
  for (const { stage, country, month, projects, held } of rows) {
    const cell = cells.get(`${stage}/${country}`) ?? { stage, country, projects: 0, overdue: 0, held: 0 };
    const late = month === null ? 0 : projects;
    cells.set(`${stage}/${country}`, { ...cell, projects: cell.projects + projects, overdue: cell.overdue + late, held: cell.held + held });
    if (month === null) continue;
    const others = months.get(`${month}/${country}`)?.projects ?? 0;
    months.set(`${month}/${country}`, { country, month, projects: others + projects });
  }
  const byMonth = [...months.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { cells: [...cells.values()], overdueMonths: byMonth };
}

/** Whose move it is, seen from one person: his own, or somebody else's in the projects he looks after. */
export type WaitingFor = 'me-overdue' | 'me' | 'others';

/** A project that waits, with its first open deadline. */
export interface WaitingLine {
  id: string;
  reference: string | null;
  titleZh: string | null;
  titleEn: string | null;
  stage: string;
  subState: string;
  country: string | null;
  ladder: string;
  object: string;
  dueOn: string;
  endsAt: Date;
  ownerRole: string | null;
  overdue: boolean;
}

/** How far one can walk with a key from project to project. */
const mostWalked = 200;

/** Projects that wait: how many, the ids of the first in order, and as many lines as asked for. */
export interface Waiting {
  total: number;
  ids: string[];
  lines: WaitingLine[];
}

/**
 * Projects that wait, the earliest deadline first. `me-overdue`: late ones the person looks after as officer; `me`: those in which something is asked
 * of him, as his list of tasks says; `others`: those he looks after where somebody else's move it is.
 */
export async function waitingProjects(
  db: Sql,
  person: Extract<Actor, { kind: 'person' }>,
  whom: WaitingFor,
  limit: number,
): Promise<Waiting> {
  const asks = taskAsks(person, 1);
  const which = { 'me-overdue': `s.officer_id = $1 AND ${overdue}`, me: asks.sql, others: `s.officer_id = $1 AND NOT ${asks.sql}` }[whom];
  // A value that no part of the statement names has no type.
  const values = whom === 'me-overdue' ? [person.personId] : asks.values;
  const rights = readableProjects(person, values.length + 1);
  const rows = await db.query<{ id: string; total: number }[]>(
    `SELECT s.id, count(*) OVER ()::int AS total FROM ${readable}
      WHERE s.deadline_on IS NOT NULL AND ${which} AND ${rights.sql} ORDER BY s.deadline_ends_at, s.id LIMIT ${mostWalked}`,
    [...values, ...rights.values],
  );
  const ids = rows.map(({ id }) => id);
  return { total: rows[0]?.total ?? 0, ids, lines: await waitingLines(db, person, ids.slice(0, limit)) };
}

/** Lines of these projects, the earliest deadline first. The caller has asked whether the person may see them. */
async function waitingLines(db: Sql, person: Actor, ids: string[]): Promise<WaitingLine[]> {
  if (ids.length === 0) return [];
  const content = readableContent(person, 2);
  return db.query<WaitingLine[]>(
    `SELECT s.id, s.reference, amended_text(s.id, 'titleZh', coalesce(v.content, d.content)->>'titleZh') AS "titleZh", amended_text(s.id, 'titleEn', coalesce(v.content, d.content)->>'titleEn') AS "titleEn",
            s.stage, s.sub_state AS "subState", s.host_country AS country, s.deadline_ladder AS ladder, s.deadline_object AS object,
            to_char(s.deadline_on, 'YYYY-MM-DD') AS "dueOn", s.deadline_ends_at AS "endsAt", s.owner_role AS "ownerRole", ${overdue} AS overdue
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id LEFT JOIN room r ON r.id = s.room_id
       LEFT JOIN application_draft d ON d.project_id = s.id AND ${content.sql}
       LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id AND ${content.sql}
         AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
      WHERE s.id = ANY($1::uuid[]) ORDER BY s.deadline_ends_at, s.id`,
    [ids, ...content.values],
  );
}

/** What one day of the coming time holds, of the projects an actor may see and of all calls. */
export interface ComingDay {
  /** Calendar day in Beijing. */
  on: string;
  /** Deadlines that end on this day. */
  due: number;
  /** Reminders and escalations that will go out. */
  mails: number;
  /** What the clock will do by itself. */
  consequences: number;
}

/** The coming days with something in them, today first, by today's plan if nobody acts. Rooms of a rehearsal are left out. */
export async function comingDays(db: Sql, actor: Actor, days: number): Promise<ComingDay[]> {
  const rights = readableProjects(actor, 2);
  // Who may see every project is not asked about each of them.
  const seen =
    rights.sql === 'TRUE'
      ? 'TRUE'
      : `(o.entity_kind = 'call' OR EXISTS (SELECT FROM project_summary s WHERE s.id = o.entity_id AND ${rights.sql}))`;
  const today = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;
  const midnight = (day: string): string => `((${day})::timestamp AT TIME ZONE 'Asia/Shanghai')`;
  // Day by day through the index: to work out the day of each occurrence takes longer than to count it.
  return db.query<ComingDay[]>(
    `WITH days AS (
       SELECT ${today} + n AS on, 0::bigint AS due, m.mails, m.consequences FROM generate_series(0, $1::int) n CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE o.kind <> 'consequence') AS mails, count(*) FILTER (WHERE o.kind = 'consequence') AS consequences
           FROM planned_occurrence o
          WHERE o.room_id IS NULL AND o.at >= greatest(now(), ${midnight(`${today} + n`)}) AND o.at < ${midnight(`${today} + n + 1`)} AND ${seen}) m
       UNION ALL
       SELECT s.deadline_on, count(*), 0, 0 FROM ${readable}
        WHERE s.room_id IS NULL AND s.deadline_on BETWEEN ${today} AND ${today} + $1::int AND NOT ${overdue} AND ${rights.sql} GROUP BY 1)
     SELECT to_char(d.on, 'YYYY-MM-DD') AS "on", sum(d.due)::int AS due, sum(d.mails)::int AS mails, sum(d.consequences)::int AS consequences
       FROM days d GROUP BY d.on HAVING sum(d.due + d.mails + d.consequences) > 0 ORDER BY d.on`,
    [days, ...rights.values],
  );
}

/** A mail that did not arrive, or not yet. */
export interface UndeliveredMail {
  id: string;
  entityKind: 'project' | 'call';
  entityId: string;
  reference: string | null;
  notification: string;
  word: string;
  reader: string;
  at: Date;
}

/** Mails that failed, whose fate nobody knows, or that are tried again; the newest first, and how many there are. For the Secretariat only. */
export async function undeliveredMails(db: Sql, limit: number): Promise<{ total: number; lines: UndeliveredMail[] }> {
  const rows = await db.query<(UndeliveredMail & { total: number })[]>(
    `SELECT o.id, o.entity_kind AS "entityKind", o.entity_id AS "entityId", coalesce(s.reference, c.code) AS reference, o.notification,
            CASE o.state WHEN 'failed' THEN 'permanent-failure' WHEN 'uncertain' THEN 'uncertain' ELSE o.result->>'word' END AS word,
            p.full_name AS reader, coalesce(o.done_at, o.created_at) AS at, count(*) OVER ()::int AS total
       FROM outbox o JOIN person p ON p.id = o.person_id
       LEFT JOIN project_summary s ON o.entity_kind = 'project' AND s.id = o.entity_id
       LEFT JOIN call_summary c ON o.entity_kind = 'call' AND c.id = o.entity_id
      WHERE o.kind = 'mail' AND (o.state IN ('failed', 'uncertain') OR (o.state = 'created' AND o.result IS NOT NULL))
      ORDER BY o.created_at DESC, o.id LIMIT $1`,
    [limit],
  );
  return { total: rows[0]?.total ?? 0, lines: rows.map(({ total: _, ...line }) => line) };
}
