import type { Sql } from '../sql';

/** Tables that are derived from the ledger; `columns` leaves out what says when a row was written. */
export const derivedTables = {
  entity_head:
    'kind, id, rev, head, rules_build, state_schema, state, policy_version, clock, room_id, view, attributes, next_at, next_wake_at, plan_hash, closed',
  project_summary: '*',
  call_summary: '*',
  planned_occurrence: '*',
} as const;

/** A table that can be rebuilt. */
export type DerivedTable = keyof typeof derivedTables;

/** SHA-256 per derived table over all its rows in a fixed order: equal before and after a rebuild. */
export async function derivedHashes(db: Sql): Promise<Record<DerivedTable, string>> {
  const hashes = {} as Record<DerivedTable, string>;
  for (const [table, columns] of Object.entries(derivedTables) as [DerivedTable, string][]) {
    const [row] = await db.query<{ hash: string }[]>(
      `SELECT encode(sha256(convert_to(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"), ''), 'UTF8')), 'hex') AS hash
         FROM (SELECT ${columns} FROM ${table}) t`,
    );
    hashes[table] = row?.hash ?? '';
  }
  return hashes;
}

/** Entities that have ledger entries, in the order of kind and id, after the given one. Reads the ledger, not what is derived from it. */
export async function ledgerEntities(
  db: Sql,
  after: { kind: string; id: string } | undefined,
  limit: number,
): Promise<{ kind: 'project' | 'call'; id: string }[]> {
  return db.query(
    `SELECT kind, id FROM ledger_entry WHERE rev = 1 AND ($1::text IS NULL OR (kind, id) > ($1, $2::uuid)) ORDER BY kind, id LIMIT $3`,
    [after?.kind ?? null, after?.id ?? null, limit],
  );
}

/** Empties the summaries and plans; heads stay, since they also hold what is not derived (halts). */
export async function clearDerived(tx: Sql): Promise<void> {
  await tx.query('DELETE FROM planned_occurrence');
  await tx.query('DELETE FROM project_summary');
  await tx.query('DELETE FROM call_summary');
}
