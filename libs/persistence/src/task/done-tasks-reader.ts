import type { PersonId } from '@app/domain';
import type { Sql } from '../sql';

/** Something a person has done: which command, on what, when, and under which entry of the ledger it is kept. */
export interface DoneTaskRow {
  kind: 'project' | 'call';
  id: string;
  reference: string | null;
  command: string;
  commandId: string;
  rev: number;
  /** In the entity's own time. */
  at: Date;
  recordedAt: Date;
  /** Time of the record to the microsecond, for the next page. */
  sortKey: string;
}

/** Where the last page ended. */
export interface DonePlace {
  key: string;
  id: string;
  rev: number;
}

/** What a person has done, the newest first; one more than `limit` tells that a further page exists. */
export function doneTasksOf(db: Sql, personId: PersonId, { limit, after }: { limit: number; after?: DonePlace }): Promise<DoneTaskRow[]> {
  return db.query<DoneTaskRow[]>(
    `SELECT e.kind, e.id, coalesce(s.reference, c.code) AS reference, e.type AS command, e.command_id AS "commandId", e.rev, e.occurred_at AS at,
            e.recorded_at AS "recordedAt", e.recorded_at::text AS "sortKey"
       FROM ledger_entry e
       LEFT JOIN project_summary s ON e.kind = 'project' AND s.id = e.id
       LEFT JOIN call_summary c ON e.kind = 'call' AND c.id = e.id
      WHERE e.actor_id = $1 AND ($2::timestamptz IS NULL OR (e.recorded_at, e.id, e.rev) < ($2::timestamptz, $3::uuid, $4::int))
      ORDER BY e.recorded_at DESC, e.id DESC, e.rev DESC LIMIT $5`,
    [personId, after?.key ?? null, after?.id ?? null, after?.rev ?? null, limit + 1],
  );
}
