import type { Actor, Country } from '@app/domain';
import type { Sql } from '../sql';
import { narrowed, overdueSql, projectParts, type ProjectFilters } from './project-filters';
import { readableProjects } from './project-rights';
import { isNameSort, sortOf, type ProjectSort } from './project-sorts';

/** What a list is asked for. */
export interface ProjectQuery extends ProjectFilters {
  sort: ProjectSort;
  /** Language of the names that are sorted by; English when it is not said. */
  language?: 'zh' | 'en';
  limit: number;
  /** Where the page begins: behind this line, or before it when the list is read backwards. */
  after?: { key: string; id: string };
  backwards?: boolean;
}

/** One line of the list. Dates of law as local dates with their zone; instants in UTC. */
export interface ProjectLine {
  id: string;
  rev: number;
  reference: string | null;
  titleZh: string | null;
  titleEn: string | null;
  callId: string;
  callCode: string;
  stage: string;
  subState: string;
  outcome: string | null;
  closed: boolean;
  held: string | null;
  overlays: string[];
  hostCountry: Country | null;
  fieldCode: string | null;
  leadZh: string | null;
  leadEn: string | null;
  hostZh: string | null;
  hostEn: string | null;
  officerId: string | null;
  officerName: string | null;
  deadline: {
    ladder: string;
    object: string;
    dueOn: string;
    endsAt: string;
    zone: string;
    ownerRole: string | null;
    overdue: boolean;
  } | null;
  since: Date;
  updatedAt: Date;
  /** Value this line is sorted by, for the next page. */
  sortKey: string;
}

/**
 * Projects an actor may see, filtered, in a stable order; one more than `limit` tells that a further page exists, at the end, or at the beginning
 * when the list is read backwards. What was applied for is only shown to whom it is not sealed for.
 */
export async function listProjects(db: Sql, actor: Actor, query: ProjectQuery): Promise<ProjectLine[]> {
  const { sql, values } = linesStatement(actor, await narrowed(db, query));
  const lines = await db.query<ProjectLine[]>(sql, values);
  return query.backwards === true ? lines.reverse() : lines;
}

/** How many projects an actor may see that fit. */
export async function countMatching(db: Sql, actor: Actor, filters: ProjectFilters): Promise<number> {
  const { from, where, values } = projectParts(actor, await narrowed(db, filters));
  const [row] = await db.query<{ count: number }[]>(`SELECT count(*)::integer AS count FROM ${from} WHERE ${where}`, values);
  return row?.count ?? 0;
}

/** The statement of `listProjects`, for readers that go through it with a cursor of the database. */
export function linesStatement(actor: Actor, query: ProjectQuery): { sql: string; values: unknown[] } {
  const sort = sortOf(query.sort, query.language ?? 'en');
  const { from, where, values, content } = projectParts(actor, query, isNameSort(query.sort));
  const key = sort.expression(content);
  const open = content();
  const down = sort.descending !== (query.backwards === true);
  const order = (expression: string): string => `${expression} ${down ? 'DESC' : 'ASC'}, s.id ${down ? 'DESC' : 'ASC'}`;
  const filters = [where];
  if (query.after !== undefined) {
    values.push(query.after.key, query.after.id);
    filters.push(`(${key}, s.id) ${down ? '<' : '>'} ($${values.length - 1}::${sort.type}, $${values.length}::uuid)`);
  }
  values.push(query.limit + 1);
  // The page is chosen on narrow rows; names and titles are looked up for its lines only.
  return {
    values,
    sql: `SELECT ${lineColumns}, ${sort.type === 'text' ? 's.sort_key' : exactly('s.sort_key')} AS "sortKey"
       FROM (SELECT s.*, ${key} AS sort_key, ${open} AS content_open, ${overdueSql} AS overdue
               FROM ${from} WHERE ${filters.join(' AND ')} ORDER BY ${order(key)} LIMIT $${values.length}) s
       JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
       LEFT JOIN application_draft d ON d.project_id = s.id AND s.content_open
       LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id AND s.content_open
         AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
       LEFT JOIN organization lo ON lo.id = s.lead_organization_id AND s.content_open
       LEFT JOIN organization ho ON ho.id = s.host_organization_id AND s.content_open
       LEFT JOIN person p ON p.id = s.officer_id
      ORDER BY ${order('s.sort_key')}`,
  };
}

const utc = (instant: string): string => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** To the microsecond, as the database keeps it. */
const exactly = (instant: string): string => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const lineColumns = `s.id, s.rev, s.reference, s.call_id AS "callId", s.call_code AS "callCode", s.stage, s.sub_state AS "subState", s.outcome,
  s.closed, s.held, s.overlays, s.host_country AS "hostCountry", s.field_code AS "fieldCode", s.officer_id AS "officerId",
  amended_text(s.id, 'titleZh', coalesce(v.content, d.content)->>'titleZh') AS "titleZh", amended_text(s.id, 'titleEn', coalesce(v.content, d.content)->>'titleEn') AS "titleEn",
  lo.name_zh AS "leadZh", lo.name_en AS "leadEn", ho.name_zh AS "hostZh", ho.name_en AS "hostEn", p.full_name AS "officerName",
  CASE WHEN s.deadline_on IS NOT NULL THEN jsonb_build_object('ladder', s.deadline_ladder, 'object', s.deadline_object,
    'dueOn', to_char(s.deadline_on, 'YYYY-MM-DD'), 'endsAt', ${utc('s.deadline_ends_at')},
    'zone', s.deadline_zone, 'ownerRole', s.owner_role, 'overdue', s.overdue) END AS deadline,
  s.since, s.updated_at AS "updatedAt"`;

/** How many projects an actor may see in each stage and sub-state. */
export function countProjects(db: Sql, actor: Actor): Promise<{ stage: string; subState: string; count: number }[]> {
  const rights = readableProjects(actor, 1);
  return db.query(
    `SELECT s.stage, s.sub_state AS "subState", count(*)::integer AS count FROM project_summary s WHERE ${rights.sql} GROUP BY 1, 2 ORDER BY 1, 2`,
    rights.values,
  );
}

/** Which of these projects an actor may see. */
export async function readableAmong(db: Sql, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  const rights = readableProjects(actor, 2);
  const rows = await db.query<{ id: string }[]>(`SELECT s.id FROM project_summary s WHERE s.id = ANY($1::uuid[]) AND ${rights.sql}`, [
    ids,
    ...rights.values,
  ]);
  return new Set(rows.map((row) => row.id));
}
