import type { Actor, Deadline, OpenTask, ProjectState, CallState } from '@app/domain';
import { readableContent, readableProjects } from '../project/project-rights';
import type { Sql } from '../sql';
import { taskAsks } from './asked-of';

/** A task with the project or call it belongs to. */
export interface OpenTaskRow {
  kind: 'project' | 'call';
  id: string;
  rev: number;
  reference: string | null;
  titleZh: string | null;
  titleEn: string | null;
  country: string | null;
  task: OpenTask;
  /** The deadline behind it, with its arithmetic and what happens when it ends. */
  deadline: Deadline | null;
  /** The whole state, for asking the rules what the reader may do; never shown. */
  state: ProjectState | CallState;
  /** Now, in the entity's own time. */
  now: Date;
}

/** What is asked of a person now, the earliest date first and what has none last, and how much there is in all. */
export async function openTasksOf(
  db: Sql,
  person: Extract<Actor, { kind: 'person' }>,
  limit: number,
): Promise<{ total: number; rows: OpenTaskRow[] }> {
  const asks = taskAsks(person, 1);
  const rights = readableProjects(person, 3);
  const content = readableContent(person, 3 + rights.values.length);
  const values = [...asks.values, ...rights.values, ...content.values, limit];
  const rows = await db.query<(OpenTaskRow & { total: number })[]>(
    `WITH asked AS (
       SELECT 'project' AS kind, s.id, s.rev, s.reference, s.host_country AS country, s.room_id, t AS task
         FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id CROSS JOIN LATERAL jsonb_array_elements(s.tasks) t
        WHERE ${asks.rows} AND ${asks.task} AND ${rights.sql}
       UNION ALL
       SELECT 'call', s.id, s.rev, s.code, NULL, s.room_id, t FROM call_summary s CROSS JOIN LATERAL jsonb_array_elements(s.tasks) t
        WHERE ${asks.rows} AND ${asks.task}),
     page AS (
       SELECT a.*, (a.task->>'endsAt')::timestamptz AS ends_at, count(*) OVER ()::int AS total FROM asked a
        ORDER BY ends_at NULLS LAST, a.reference, a.id, a.task->>'key' LIMIT $${values.length})
     SELECT p.kind, p.id, p.rev, p.reference, p.country, p.task, p.total, h.state, virtual_now(h.clock, r.room_now) AS now,
            CASE WHEN ${content.sql} THEN amended_text(s.id, 'titleZh', coalesce(v.content, d.content)->>'titleZh') END AS "titleZh",
            CASE WHEN ${content.sql} THEN amended_text(s.id, 'titleEn', coalesce(v.content, d.content)->>'titleEn') END AS "titleEn",
            (SELECT l FROM jsonb_array_elements(h.state->'deadlines') l
              WHERE l->>'ladder' = p.task->>'ladder' AND l->>'object' = p.task->>'object' LIMIT 1) AS deadline
       FROM page p JOIN entity_head h ON h.kind = p.kind AND h.id = p.id LEFT JOIN room r ON r.id = h.room_id
       LEFT JOIN project_summary s ON p.kind = 'project' AND s.id = p.id
       LEFT JOIN application_draft d ON d.project_id = s.id
       LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id
         AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
      ORDER BY p.ends_at NULLS LAST, p.reference, p.id, p.task->>'key'`,
    values,
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}
