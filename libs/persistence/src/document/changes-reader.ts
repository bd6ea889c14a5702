import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** An entity that has changed, with its revision now; of kind `comment` a project whose comments changed, with a number that grows. */
export interface ChangedEntity {
  kind: EntityKey['kind'] | 'comment';
  id: string;
  rev: number;
}

/** How far the changes were read. */
export type ChangesCursor = string;

/** A commit may become visible a little later than its time says; so much is read again, and repeated changes do no harm. */
const overlap = '3 seconds';
const most = 500;

/** Entities with new ledger entries since a cursor, and the next cursor; without one, where to start. */
export async function changedSince(
  db: Sql,
  cursor: ChangesCursor | undefined,
): Promise<{ cursor: ChangesCursor; changed: ChangedEntity[] }> {
  const rows = await db.query<{ cursor: string }[]>(`SELECT (clock_timestamp() - interval '${overlap}')::text AS cursor`);
  const next = rows[0]?.cursor ?? '';
  if (cursor === undefined) return { cursor: next, changed: [] };
  const changed = await db.query<ChangedEntity[]>(
    `(SELECT kind, id, max(rev) AS rev FROM ledger_entry WHERE recorded_at > $1::timestamptz GROUP BY kind, id ORDER BY kind, id LIMIT ${most})
     UNION ALL
     (SELECT 'comment', project_id, (extract(epoch FROM max(changed_at)) * 1000)::float8 FROM project_comment
       WHERE changed_at > $1::timestamptz GROUP BY project_id ORDER BY project_id LIMIT ${most})`,
    [cursor],
  );
  return { cursor: next, changed };
}
