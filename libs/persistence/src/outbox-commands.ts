import type { EntityKey } from './ledger/entry-body';
import type { Sql } from './sql';

/** A command for another entity that has not been handed over yet; its id is the command's id. */
export interface UndispatchedCommand {
  id: string;
  source: EntityKey;
  target: EntityKey;
  command: { type: string; payload: unknown };
  rev: number;
  seq: number;
}

interface Row {
  id: string;
  sourceKind: EntityKey['kind'];
  sourceId: string;
  targetKind: EntityKey['kind'];
  targetId: string;
  command: UndispatchedCommand['command'];
  rev: number;
  seq: number;
}

/** Commands an entity has for others and that were not handed over, in the order in which they must arrive. */
export async function undispatchedOf(db: Sql, { kind, id }: EntityKey, limit: number): Promise<UndispatchedCommand[]> {
  const rows = await db.query<Row[]>(
    `SELECT id, entity_kind AS "sourceKind", entity_id AS "sourceId", target_kind AS "targetKind", target_id AS "targetId", command, rev, seq
       FROM outbox WHERE kind = 'command' AND state = 'created' AND entity_kind = $1 AND entity_id = $2 ORDER BY rev, seq LIMIT $3`,
    [kind, id, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    source: { kind: row.sourceKind, id: row.sourceId },
    target: { kind: row.targetKind, id: row.targetId },
    command: row.command,
    rev: row.rev,
    seq: row.seq,
  }));
}

/** Marks a row as handed over (or finally refused): it is not taken again. */
export async function markDispatched(db: Sql, rowId: string, state: 'sent' | 'failed', result: Record<string, unknown>): Promise<void> {
  await db.query(
    `UPDATE outbox SET state = $2, result = $3, attempts = attempts + 1, done_at = clock_timestamp() WHERE id = $1 AND kind = 'command' AND state = 'created'`,
    [rowId, state, JSON.stringify(result)],
  );
}

/** Entities whose commands for others have waited longer than `olderThanMs`: the sweep dispatches them. */
export async function entitiesWithCommands(db: Sql, olderThanMs: number, limit: number): Promise<EntityKey[]> {
  return db.query<EntityKey[]>(
    `SELECT DISTINCT entity_kind AS kind, entity_id AS id FROM outbox
      WHERE kind = 'command' AND state = 'created' AND created_at < clock_timestamp() - make_interval(secs => $1::double precision / 1000)
      ORDER BY 1, 2 LIMIT $2`,
    [olderThanMs, limit],
  );
}
