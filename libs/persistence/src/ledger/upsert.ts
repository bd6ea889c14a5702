import type { Sql } from '../sql';

/** Writes one row by its id, all columns of it, absent ones as null; columns are named by the caller's own code, never by input. */
export async function upsertRow(tx: Sql, table: string, row: Record<string, unknown> & { id: string }): Promise<void> {
  const names = Object.keys(row);
  const changes = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  await tx.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM jsonb_populate_record(NULL::${table}, $1::jsonb)
     ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')}`,
    // What is undefined is left out here, and then null.
    [JSON.stringify(row)],
  );
}
