import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** What waits for a person or for the sweep. */
export interface LeftBehindCounts {
  halted: number;
  /** Commands pending for over ten minutes. */
  pending: number;
  /** Wake-ups on the wall that are over ten minutes late. */
  overdue: number;
  /** Commands that ended as failed in the last day. */
  failed: number;
}

/** Counts over the whole instance. */
export async function leftBehindCounts(db: Sql): Promise<LeftBehindCounts> {
  const [row] = await db.query<LeftBehindCounts[]>(
    `SELECT (SELECT count(*)::integer FROM entity_head WHERE halted_at IS NOT NULL) AS halted,
       (SELECT count(*)::integer FROM command WHERE status = 'pending' AND received_at < now() - interval '10 minutes') AS pending,
       (SELECT count(*)::integer FROM entity_head WHERE NOT closed AND next_wake_at < now() - interval '10 minutes') AS overdue,
       (SELECT count(*)::integer FROM command WHERE status = 'failed' AND done_at > now() - interval '1 day') AS failed`,
  );
  return row ?? { halted: 0, pending: 0, overdue: 0, failed: 0 };
}

/** Halted entities with the reason, in the order of kind and id. */
export async function haltedEntities(db: Sql): Promise<{ entity: EntityKey; reason: string }[]> {
  const rows = await db.query<(EntityKey & { reason: string })[]>(
    `SELECT kind, id, coalesce(halted_reason, '') AS reason FROM entity_head WHERE halted_at IS NOT NULL ORDER BY kind, id`,
  );
  return rows.map(({ kind, id, reason }) => ({ entity: { kind, id }, reason }));
}
