import type { Sql } from '../sql';

/** What the watchdog noted under a name; nothing before the first time. */
export async function remembered<T>(db: Sql, name: string): Promise<T | undefined> {
  const [row] = await db.query<{ value: T }[]>('SELECT value FROM watch_memory WHERE name = $1', [name]);
  return row?.value;
}

/** Notes something under a name, in place of what was there. */
export async function remember(db: Sql, name: string, value: object): Promise<void> {
  await db.query(
    `INSERT INTO watch_memory (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value, written_at = clock_timestamp()`,
    [name, JSON.stringify(value)],
  );
}

/** Notes nothing more under a name. */
export async function forget(db: Sql, name: string): Promise<void> {
  await db.query('DELETE FROM watch_memory WHERE name = $1', [name]);
}

/** The database's clock, in epoch milliseconds. */
export async function databaseMs(db: Sql): Promise<number> {
  const [row] = await db.query<{ ms: number }[]>('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms');
  if (row === undefined) throw new Error('the database told no time');
  return row.ms;
}
