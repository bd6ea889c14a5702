import type { Actor, Country } from '@app/domain';
import { containing } from '../people/people-reader';
import type { Sql } from '../sql';
import { readableProjects } from './project-rights';

/** Where the report of a year stands, as the campaign shows it. */
export const campaignStates = ['planned', 'open', 'overdue', 'submitted', 'accepted', 'merged', 'waived'] as const;

/** Where a report stands. */
export type CampaignState = (typeof campaignStates)[number];

/** Orders of the grid. */
export const campaignSorts = ['reference', '-reference', 'due', '-due'] as const;

/** What the grid of one year is asked for. */
export interface CampaignQuery {
  year: number;
  states?: CampaignState[];
  country?: Country;
  officerId?: string;
  suspended?: boolean;
  q?: string;
  /** Only mails to this person are told; without it all. */
  mailsTo?: string;
  sort: (typeof campaignSorts)[number];
  limit: number;
  after?: { key: string; id: string };
}

/** A reminder or a letter about the report. Several people told at once are one line. */
export interface CampaignMail {
  notification: string;
  step: string;
  at: string;
  /** Whether it has left; else it waits, was cancelled or failed. */
  sent: boolean;
}

/** One project in the grid of a year. */
export interface CampaignLine {
  projectId: string;
  reference: string | null;
  titleZh: string | null;
  titleEn: string | null;
  country: Country | null;
  officerName: string | null;
  leadZh: string | null;
  leadEn: string | null;
  state: CampaignState;
  suspended: boolean;
  shortForm: boolean;
  opensAt: Date;
  dueOn: string | null;
  endsAt: Date | null;
  submittedAt: Date | null;
  acceptedAt: Date | null;
  warnedAt: Date | null;
  mails: CampaignMail[];
  sortKey: string;
}

/** How many projects stand where in a year. */
export interface CampaignTotal {
  state: CampaignState;
  projects: number;
  suspended: number;
}

const now = 'virtual_now(s.clock, r.room_now)';
const stateOf = `CASE WHEN p.state = 'open' AND p.ends_at <= ${now} THEN 'overdue' ELSE p.state END`;
const isSuspended = `coalesce(s.held = 'suspension', FALSE)`;
const tables = `project_report p JOIN project_summary s ON s.id = p.project_id JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
  LEFT JOIN room r ON r.id = s.room_id LEFT JOIN organization lo ON lo.id = s.lead_organization_id LEFT JOIN person f ON f.id = s.officer_id`;

const mailsOf = (reader: string): string => `coalesce((SELECT jsonb_agg(m ORDER BY m.at) FROM (
    SELECT o.notification, o.intent->>'step' AS step, min(o.send_after_virtual) AS at, bool_or(o.state = 'sent') AS sent FROM outbox o
     WHERE o.entity_kind = 'project' AND o.entity_id = s.id AND o.kind = 'mail' AND o.intent->>'object' = p.year::text AND NOT o.copy
       AND (${reader}::uuid IS NULL OR o.person_id = ${reader}) AND (o.intent->>'rule' = 'report' OR o.notification IN ('report-opened', 'report-overdue', 'report-warning', 'suspension-letter'))
     GROUP BY 1, 2) m), '[]'::jsonb)`;

const sorts: Record<string, { sql: string; type: string }> = {
  reference: { sql: `coalesce(s.reference, '~') COLLATE "C"`, type: 'text' },
  // What has no date, or none any more, stands at the end of time.
  due: { sql: `coalesce(p.ends_at, '9999-12-31T00:00:00Z'::timestamptz)`, type: 'timestamptz' },
};

/** Projects that owe a report for a year, with what they did and what they were told; one more than `limit` tells that a further page exists. */
export function campaignLines(db: Sql, actor: Actor, query: CampaignQuery): Promise<CampaignLine[]> {
  const values: unknown[] = [];
  const filters = filtersOf(actor, query, values);
  const descending = query.sort.startsWith('-');
  const sort = sorts[query.sort.replace('-', '')] ?? { sql: 's.id::text', type: 'text' };
  if (query.after !== undefined) {
    values.push(query.after.key, query.after.id);
    filters.push(`(${sort.sql}, s.id) ${descending ? '<' : '>'} ($${values.length - 1}::${sort.type}, $${values.length}::uuid)`);
  }
  values.push(query.mailsTo ?? null, query.limit + 1);
  const order = descending ? 'DESC' : 'ASC';
  const key = sort.type === 'text' ? sort.sql : `to_char(${sort.sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return db.query<CampaignLine[]>(
    `SELECT s.id AS "projectId", s.reference, amended_text(s.id, 'titleZh', v.content->>'titleZh') AS "titleZh", amended_text(s.id, 'titleEn', v.content->>'titleEn') AS "titleEn", s.host_country AS country,
        f.full_name AS "officerName", lo.name_zh AS "leadZh", lo.name_en AS "leadEn", ${stateOf} AS state, ${isSuspended} AS suspended,
        p.short_form AS "shortForm", p.opens_at AS "opensAt", to_char(p.due_on, 'YYYY-MM-DD') AS "dueOn", p.ends_at AS "endsAt",
        p.submitted_at AS "submittedAt", p.accepted_at AS "acceptedAt", p.warned_at AS "warnedAt", ${mailsOf(`$${values.length - 1}`)} AS mails, (${key})::text AS "sortKey"
       FROM ${tables} LEFT JOIN application_draft v ON v.project_id = s.id
      WHERE ${filters.join(' AND ')} ORDER BY ${sort.sql} ${order}, s.id ${order} LIMIT $${values.length}`,
    values,
  );
}

/** How many projects stand where, of those that the filters leave; the filter by state is not asked, since each state is a line. */
export function campaignTotals(db: Sql, actor: Actor, query: Omit<CampaignQuery, 'sort' | 'limit' | 'after'>): Promise<CampaignTotal[]> {
  const values: unknown[] = [];
  const { states: _states, ...rest } = query;
  const filters = filtersOf(actor, rest, values);
  return db.query<CampaignTotal[]>(
    `SELECT ${stateOf} AS state, count(*)::int AS projects, (count(*) FILTER (WHERE ${isSuspended}))::int AS suspended
       FROM ${tables} WHERE ${filters.join(' AND ')} GROUP BY 1 ORDER BY 1`,
    values,
  );
}

/** How far the reports of a year are. */
export interface CampaignYear {
  year: number;
  projects: number;
  /** Not open yet. */
  planned: number;
  /** Not handed in yet, those that are late among them. */
  open: number;
  overdue: number;
  submitted: number;
  accepted: number;
  /** Part of the next year's. */
  merged: number;
  waived: number;
  /** When the first of them opened, or will. */
  opensAt: Date;
}

/** Years for which somebody the reader may see owes or has owed a report, the newest first. */
export function campaignYears(db: Sql, actor: Actor): Promise<CampaignYear[]> {
  const rights = readableProjects(actor, 1);
  const counted = (name: string, condition: string): string => `(count(*) FILTER (WHERE ${condition}))::int AS ${name}`;
  return db.query<CampaignYear[]>(
    `SELECT p.year, count(*)::int AS projects, ${counted('planned', `p.state = 'planned'`)}, ${counted('open', `p.state = 'open'`)},
        ${counted('overdue', `(${stateOf}) = 'overdue'`)}, ${counted('submitted', `p.state = 'submitted'`)},
        ${counted('accepted', `p.state = 'accepted'`)}, ${counted('merged', `p.state = 'merged'`)}, ${counted('waived', `p.state = 'waived'`)}, min(p.opens_at) AS "opensAt"
       FROM ${tables} WHERE ${rights.sql} GROUP BY 1 ORDER BY 1 DESC`,
    rights.values,
  );
}

function filtersOf(actor: Actor, query: Omit<CampaignQuery, 'sort' | 'limit' | 'after'>, values: unknown[]): string[] {
  const rights = readableProjects(actor, 1);
  values.push(...rights.values);
  const filters = [rights.sql];
  const where = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    filters.push(sql(`$${values.length}`));
  };
  where(query.year, (at) => `p.year = ${at}`);
  where(query.states, (at) => `(${stateOf}) = ANY(${at}::text[])`);
  where(query.country, (at) => `s.host_country = ${at}`);
  where(query.officerId, (at) => `s.officer_id = ${at}`);
  where(query.suspended, (at) => `${isSuspended} = ${at}::boolean`);
  where(
    query.q === undefined ? undefined : containing(query.q),
    (at) => `(s.reference ILIKE ${at} OR lo.name_zh ILIKE ${at} OR lo.name_en ILIKE ${at})`,
  );
  return filters;
}
