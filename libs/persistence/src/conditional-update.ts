import { changedRows, type Sql } from './sql';

/** What a conditional update found. `current` is the row's version now; nothing when the row is gone. */
export type ConditionalUpdate = { ok: true; version: number } | { ok: false; current: number | undefined };

/** A row two people may hold, and what one of them wants it to be. Table and columns are named by the caller's own code, never by input. */
export interface VersionedChange {
  table: string;
  /** Column that counts the changes. */
  versionColumn: string;
  where: Record<string, unknown>;
  /** Version the editor has seen. */
  version: number;
  set: Record<string, unknown>;
}

/** Changes a row only if nobody changed it since its editor read it, and counts the change: the only way to edit a row two people may hold. */
export async function conditionalUpdate(db: Sql, change: VersionedChange): Promise<ConditionalUpdate> {
  const { table, versionColumn, where, version, set } = change;
  const values = [...Object.values(set), ...Object.values(where)];
  const setting = Object.keys(set).map((name, index) => `${name} = $${index + 1}`);
  const matching = Object.keys(where).map((name, index) => `${name} = $${setting.length + index + 1}`);
  const rows = await changedRows<{ version: number }>(
    db,
    `UPDATE ${table} SET ${[...setting, `${versionColumn} = ${versionColumn} + 1`].join(', ')}
      WHERE ${matching.join(' AND ')} AND ${versionColumn} = $${values.length + 1} RETURNING ${versionColumn} AS version`,
    [...values, version],
  );
  if (rows[0] !== undefined) return { ok: true, version: rows[0].version };
  const keys = Object.keys(where).map((name, index) => `${name} = $${index + 1}`);
  const found = await db.query<{ version: number }[]>(
    `SELECT ${versionColumn} AS version FROM ${table} WHERE ${keys.join(' AND ')}`,
    Object.values(where),
  );
  return { ok: false, current: found[0]?.version };
}
