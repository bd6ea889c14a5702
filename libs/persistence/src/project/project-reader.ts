import type { Actor, Country } from '@app/domain';
import { containing } from '../people/people-reader';
import type { Sql } from '../sql';
import { readableContent, readableProjects, type Condition } from './project-rights';

/** Orders in which projects can be listed. */
export const projectSorts = ['-updated', 'updated', 'deadline', '-deadline', 'reference', '-reference', 'since', '-since'] as const;

/** An order of the list; a leading minus turns it round. */
export type ProjectSort = (typeof projectSorts)[number];

/** What a list is asked for. */
export interface ProjectQuery {
  stage?: string[];
  subState?: string[];
  country?: Country;
  callId?: string;
  officerId?: string;
  overdue?: boolean;
  held?: boolean;
  q?: string;
  sort: ProjectSort;
  limit: number;
  /** Where the last page ended. */
  after?: { key: string; id: string };
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

const sortExpressions: Record<string, { sql: string; type: string }> = {
  updated: { sql: 's.updated_at', type: 'timestamptz' },
  since: { sql: 's.since', type: 'timestamptz' },
  deadline: { sql: `coalesce(s.deadline_ends_at, 'infinity'::timestamptz)`, type: 'timestamptz' },
  reference: { sql: `coalesce(s.reference, '~') COLLATE "C"`, type: 'text' },
};

/** Projects an actor may see, filtered, in a stable order; one more than `limit` tells that a further page exists. */
export function listProjects(db: Sql, actor: Actor, query: ProjectQuery): Promise<ProjectLine[]> {
  const values: unknown[] = [];
  const rights = take(values, (first) => readableProjects(actor, first));
  const content = take(values, (first) => readableContent(actor, first));
  const overdue = 's.deadline_ends_at <= virtual_now(s.clock, r.room_now)';
  const descending = query.sort.startsWith('-');
  const sort = sortExpressions[query.sort.replace('-', '')] ?? { sql: 's.updated_at', type: 'timestamptz' };
  const filters = filtersOf(query, values, { content, overdue });
  if (query.after !== undefined) {
    values.push(query.after.key, query.after.id);
    filters.push(`(${sort.sql}, s.id) ${descending ? '<' : '>'} ($${values.length - 1}::${sort.type}, $${values.length}::uuid)`);
  }
  values.push(query.limit + 1);
  return db.query<ProjectLine[]>(
    `SELECT s.id, s.rev, s.reference, s.call_id AS "callId", s.call_code AS "callCode", s.stage, s.sub_state AS "subState", s.outcome, s.closed,
            s.held, s.overlays, s.host_country AS "hostCountry", s.field_code AS "fieldCode", s.officer_id AS "officerId",
            CASE WHEN ${content} THEN coalesce(v.content, d.content)->>'titleZh' END AS "titleZh",
            CASE WHEN ${content} THEN coalesce(v.content, d.content)->>'titleEn' END AS "titleEn",
            lo.name_zh AS "leadZh", lo.name_en AS "leadEn", ho.name_zh AS "hostZh", ho.name_en AS "hostEn", p.full_name AS "officerName",
            CASE WHEN s.deadline_on IS NOT NULL THEN jsonb_build_object('ladder', s.deadline_ladder, 'object', s.deadline_object,
              'dueOn', to_char(s.deadline_on, 'YYYY-MM-DD'), 'endsAt', to_char(s.deadline_ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'zone', s.deadline_zone, 'ownerRole', s.owner_role, 'overdue', ${overdue}) END AS deadline,
            s.since, s.updated_at AS "updatedAt", (${sort.sql})::text AS "sortKey"
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
       LEFT JOIN room r ON r.id = s.room_id
       LEFT JOIN application_draft d ON d.project_id = s.id
       LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id
         AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
       LEFT JOIN organization lo ON lo.id = s.lead_organization_id
       LEFT JOIN organization ho ON ho.id = s.host_organization_id
       LEFT JOIN person p ON p.id = s.officer_id
      WHERE ${[rights, ...filters].join(' AND ')}
      ORDER BY ${sort.sql} ${descending ? 'DESC' : 'ASC'}, s.id ${descending ? 'DESC' : 'ASC'} LIMIT $${values.length}`,
    values,
  );
}

/** How many projects an actor may see in each stage and sub-state. */
export function countProjects(db: Sql, actor: Actor): Promise<{ stage: string; subState: string; count: number }[]> {
  const rights = readableProjects(actor, 1);
  return db.query(
    `SELECT s.stage, s.sub_state AS "subState", count(*)::integer AS count
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id WHERE ${rights.sql} GROUP BY 1, 2 ORDER BY 1, 2`,
    rights.values,
  );
}

/** Which of these projects an actor may see. */
export async function readableAmong(db: Sql, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  const rights = readableProjects(actor, 2);
  const rows = await db.query<{ id: string }[]>(
    `SELECT s.id FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id WHERE s.id = ANY($1::uuid[]) AND ${rights.sql}`,
    [ids, ...rights.values],
  );
  return new Set(rows.map((row) => row.id));
}

function take(values: unknown[], make: (first: number) => Condition): string {
  const condition = make(values.length + 1);
  values.push(...condition.values);
  return condition.sql;
}

function filtersOf(query: ProjectQuery, values: unknown[], { content, overdue }: { content: string; overdue: string }): string[] {
  const filters: string[] = [];
  const where = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    filters.push(sql(`$${values.length}`));
  };
  where(query.stage, (at) => `s.stage = ANY(${at}::text[])`);
  where(query.subState, (at) => `s.sub_state = ANY(${at}::text[])`);
  where(query.country, (at) => `s.host_country = ${at}`);
  where(query.callId, (at) => `s.call_id = ${at}`);
  where(query.officerId, (at) => `s.officer_id = ${at}`);
  where(query.held, (at) => `(s.held IS NOT NULL) = ${at}::boolean`);
  where(query.overdue, (at) => `coalesce(${overdue}, FALSE) = ${at}::boolean`);
  where(query.q === undefined ? undefined : containing(query.q), (at) => {
    const title = `coalesce(v.content, d.content)`;
    const names = ['s.reference', 's.application_ref', 'lo.name_zh', 'lo.name_en', 'ho.name_zh', 'ho.name_en'];
    const titles = `(${content} AND (${title}->>'titleZh' ILIKE ${at} OR ${title}->>'titleEn' ILIKE ${at}))`;
    return `(${names.map((name) => `${name} ILIKE ${at}`).join(' OR ')} OR ${titles})`;
  });
  return filters;
}
