import type { Sql } from '../sql';

/** When a check last ended, and how much it had to heal, by kind. */
export interface EngineCheck {
  endedAt: Date;
  report: Record<string, number>;
}

/** Notes that a check of all entities ended now. */
export async function recordEngineCheck(db: Sql, name: string, report: object): Promise<void> {
  await db.query(
    `INSERT INTO engine_check (name, ended_at, report) VALUES ($1, clock_timestamp(), $2)
     ON CONFLICT (name) DO UPDATE SET ended_at = excluded.ended_at, report = excluded.report`,
    [name, JSON.stringify(report)],
  );
}

/** The last end of a check; nothing before its first. */
export async function lastEngineCheck(db: Sql, name: string): Promise<EngineCheck | undefined> {
  const [row] = await db.query<EngineCheck[]>('SELECT ended_at AS "endedAt", report FROM engine_check WHERE name = $1', [name]);
  return row;
}
