import { refreshAllSearch } from '../search/search-refresh';
import type { Sql, TransactionSource } from '../sql';
import type { ClaimKey } from './claims';
import type { EntityKey } from './entry-body';

/** Tables that are derived from the ledger; `columns` leaves out what says when a row was written. */
export const derivedTables = {
  entity_head:
    'kind, id, rev, head, rules_build, state_schema, state, policy_version, clock, room_id, view, attributes, next_at, next_wake_at, plan_hash, closed',
  project_summary: '*',
  call_summary: '*',
  register_entry: '*',
  planned_occurrence: '*',
  project_report: '*',
  project_search: '*',
  claim: 'scope, key, holder_kind, holder_id',
  counter: '*',
} as const;

/** A table that can be rebuilt. */
export type DerivedTable = keyof typeof derivedTables;

/** SHA-256 per derived table over all its rows in a fixed order: equal before and after a rebuild. What is searched is first brought up to date. */
export async function derivedHashes(db: TransactionSource): Promise<Record<DerivedTable, string>> {
  await refreshAllSearch(db);
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
export async function ledgerEntities(db: Sql, after: EntityKey | undefined, limit: number): Promise<EntityKey[]> {
  return db.query(
    `SELECT kind, id FROM ledger_entry WHERE rev = 1 AND ($1::text IS NULL OR (kind, id) > ($1, $2::uuid)) ORDER BY kind, id LIMIT $3`,
    [after?.kind ?? null, after?.id ?? null, limit],
  );
}

/** Removes derived rows whose entity has no ledger; answers how many. */
export async function removeOrphans(tx: Sql): Promise<number> {
  const statements = [
    `DELETE FROM planned_occurrence p WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = p.entity_kind AND e.id = p.entity_id)`,
    `DELETE FROM project_summary s WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = 'project' AND e.id = s.id)`,
    `DELETE FROM project_search s WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = 'project' AND e.id = s.project_id)`,
    `DELETE FROM project_report r WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = 'project' AND e.id = r.project_id)`,
    `DELETE FROM call_summary s WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = 'call' AND e.id = s.id)`,
    `DELETE FROM register_entry r WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = 'project' AND e.id = r.id)`,
    `DELETE FROM claim c WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = c.holder_kind AND e.id = c.holder_id)`,
  ];
  let removed = 0;
  for (const statement of statements) removed += (await tx.query<[unknown[], number]>(statement))[1];
  return removed;
}

/** The slots an entity holds, as its ledger says: others it held are freed, missing ones are taken unless somebody else holds them. */
export async function writeClaimsAnew(tx: Sql, holder: EntityKey, claims: ClaimKey[]): Promise<void> {
  const names = claims.map(({ scope, key }) => `${scope}/${key}`);
  await tx.query(`DELETE FROM claim WHERE holder_kind = $1 AND holder_id = $2 AND scope || '/' || key <> ALL($3::text[])`, [
    holder.kind,
    holder.id,
    names,
  ]);
  for (const { scope, key } of claims) {
    await tx.query('INSERT INTO claim (scope, key, holder_kind, holder_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
      scope,
      key,
      holder.kind,
      holder.id,
    ]);
  }
}

/** Heads with entries behind them, each with whether the ledger has any of its entries; of one entity or of all. */
export async function ledgerHeads(
  db: Sql,
  entity?: EntityKey,
): Promise<{ entity: EntityKey; rev: number; hash: string; inLedger: boolean }[]> {
  const rows = await db.query<(EntityKey & { rev: number; hash: string; inLedger: boolean })[]>(
    `SELECT kind, id, rev, head AS hash, EXISTS (SELECT FROM ledger_entry e WHERE e.kind = h.kind AND e.id = h.id) AS "inLedger"
       FROM entity_head h WHERE rev > 0 AND ($1::text IS NULL OR (kind, id) = ($1, $2::uuid)) ORDER BY kind, id`,
    [entity?.kind ?? null, entity?.id ?? null],
  );
  return rows.map(({ kind, id, ...rest }) => ({ entity: { kind, id }, ...rest }));
}

/** Columns by which the derived rows of one entity are found; what is searched is brought up to date apart, and counters belong to nobody. */
const ownRows = {
  entity_head: 'kind = $1 AND id = $2',
  project_summary: `$1 = 'project' AND id = $2`,
  call_summary: `$1 = 'call' AND id = $2`,
  register_entry: `$1 = 'project' AND id = $2`,
  planned_occurrence: 'entity_kind = $1 AND entity_id = $2',
  project_report: `$1 = 'project' AND project_id = $2`,
  claim: 'holder_kind = $1 AND holder_id = $2',
} as const satisfies Partial<Record<DerivedTable, string>>;

/** A text per derived table over the rows of one entity: equal before and after a rebuild. */
export async function derivedRowsOf(db: Sql, { kind, id }: EntityKey): Promise<Map<DerivedTable, string>> {
  const tables = Object.entries(ownRows) as [keyof typeof ownRows, string][];
  const parts = tables.map(
    ([table, own]) =>
      `SELECT '${table}' AS name, coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"), '') AS rows
         FROM (SELECT ${derivedTables[table]} FROM ${table} WHERE ${own}) t`,
  );
  const rows = await db.query<{ name: DerivedTable; rows: string }[]>(parts.join(' UNION ALL '), [kind, id]);
  return new Map(rows.map((row) => [row.name, row.rows]));
}
