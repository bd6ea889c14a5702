import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** Open entities whose wake-up on the wall is more than `lateMs` past: their shell has lost its timer, or is gone. At most `limit`. */
export async function overdueEntities(db: Sql, lateMs: number, limit: number): Promise<EntityKey[]> {
  return db.query<EntityKey[]>(
    `SELECT kind, id FROM entity_head WHERE NOT closed AND halted_at IS NULL
       AND next_wake_at < clock_timestamp() - $1 * interval '1 millisecond' ORDER BY next_wake_at LIMIT $2`,
    [lateMs, limit],
  );
}

/** Open entities on real or rated time that wake up within `aheadMs` from now, but are not overdue by `lateMs`. At most `limit`. */
export async function entitiesDueSoon(db: Sql, aheadMs: number, lateMs: number, limit: number): Promise<EntityKey[]> {
  return db.query<EntityKey[]>(
    `SELECT kind, id FROM entity_head WHERE NOT closed AND halted_at IS NULL
       AND next_wake_at BETWEEN clock_timestamp() - $2 * interval '1 millisecond' AND clock_timestamp() + $1 * interval '1 millisecond'
     ORDER BY next_wake_at LIMIT $3`,
    [aheadMs, lateMs, limit],
  );
}

/** Open entities outside rehearsal rooms after the given one, in the order of kind and id. At most `limit`. */
export async function openEntitiesAfter(db: Sql, after: EntityKey | undefined, limit: number): Promise<EntityKey[]> {
  return db.query<EntityKey[]>(
    `SELECT kind, id FROM entity_head WHERE rev > 0 AND NOT closed AND halted_at IS NULL AND room_id IS NULL
       AND ($1::text IS NULL OR (kind, id) > ($1, $2::uuid)) ORDER BY kind, id LIMIT $3`,
    [after?.kind ?? null, after?.id ?? null, limit],
  );
}

/** How many entities are open outside rehearsal rooms. */
export async function countOpenEntities(db: Sql): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'SELECT count(*)::integer AS count FROM entity_head WHERE rev > 0 AND NOT closed AND halted_at IS NULL AND room_id IS NULL',
  );
  return row?.count ?? 0;
}

/** Shards that have mail to send, now or later. */
export async function shardsWithMail(db: Sql): Promise<string[]> {
  const rows = await db.query<{ shard: string }[]>(
    `SELECT DISTINCT shard FROM outbox WHERE kind = 'mail' AND state IN ('created', 'claimed', 'sending')`,
  );
  return rows.map((row) => row.shard);
}

/** Gives back mails whose lease ended before they were being sent; whoever held them sends nothing any more. Answers how many. */
export async function releaseStaleClaims(db: Sql): Promise<number> {
  const [, count] = await db.query<[unknown[], number]>(
    `UPDATE outbox SET state = 'created', claim_token = NULL, claim_until = NULL
     WHERE kind = 'mail' AND state = 'claimed' AND claim_until < clock_timestamp() - interval '1 minute'`,
  );
  return count;
}

/** Whether the entity has other commands that wait for their decision, so that its stored state is not what this one will meet. */
export async function hasOtherPending(db: Sql, { kind, id }: EntityKey, commandId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `SELECT FROM command WHERE entity_kind = $1 AND entity_id = $2 AND status = 'pending' AND command_id <> $3 LIMIT 1`,
    [kind, id, commandId],
  );
  return rows.length > 0;
}
