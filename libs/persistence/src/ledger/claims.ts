import { changedRows, type Sql } from '../sql';
import type { EntityKey } from './entry-body';

/** A slot that only one entity may hold. */
export interface ClaimKey {
  scope: string;
  key: string;
}

/** Tries to take a slot. Nothing when it is ours now (also when it was before); else the id of who holds it. Waits for a rival's open transaction. */
export async function takeClaim(tx: Sql, { scope, key }: ClaimKey, holder: EntityKey): Promise<string | undefined> {
  const rows = await tx.query<{ holder_id: string }[]>(
    `INSERT INTO claim (scope, key, holder_kind, holder_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING holder_id`,
    [scope, key, holder.kind, holder.id],
  );
  if (rows.length === 1) return undefined;
  const held = await tx.query<{ holder_id: string }[]>('SELECT holder_id FROM claim WHERE scope = $1 AND key = $2', [scope, key]);
  const rival = held[0]?.holder_id;
  return rival === holder.id ? undefined : rival;
}

/** Gives slots back and keeps who held them, from when to when. Slots of others stay. */
export async function releaseClaims(tx: Sql, claims: ClaimKey[], holder: EntityKey): Promise<void> {
  for (const { scope, key } of claims) {
    await changedRows(
      tx,
      `WITH freed AS (DELETE FROM claim WHERE scope = $1 AND key = $2 AND holder_kind = $3 AND holder_id = $4 RETURNING *)
       INSERT INTO claim_history (scope, key, holder_kind, holder_id, taken_at)
       SELECT scope, key, holder_kind, holder_id, taken_at FROM freed`,
      [scope, key, holder.kind, holder.id],
    );
  }
}

/** Who holds which slot of a scope. */
export async function holdersIn(db: Sql, scope: string): Promise<{ key: string; holderId: string }[]> {
  return db.query('SELECT key, holder_id AS "holderId" FROM claim WHERE scope = $1 ORDER BY key', [scope]);
}
