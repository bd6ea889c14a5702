import type { Instant } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** Time of an entity's own clock now; real time for one that does not exist. */
export async function entityNow(db: Sql, { kind, id }: EntityKey): Promise<Instant> {
  const rows = await db.query<{ at: Date }[]>(
    `SELECT date_trunc('milliseconds', virtual_now(h.clock, r.room_now)) AS at FROM entity_head h LEFT JOIN room r ON r.id = h.room_id
      WHERE h.kind = $1 AND h.id = $2`,
    [kind, id],
  );
  return (rows[0]?.at ?? new Date()).toISOString();
}
