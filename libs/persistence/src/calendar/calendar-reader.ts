import type { CalendarYear } from '@app/domain';
import type { Sql } from '../sql';

/** Number of the last change of any calendar; 0 when none was ever entered. */
export async function calendarVersion(db: Sql): Promise<number> {
  const rows = await db.query<{ version: number }[]>('SELECT coalesce(max(version), 0) AS version FROM calendar_version');
  return rows[0]?.version ?? 0;
}

/** All tables of all countries, in the order of country, year and date. */
export async function calendarYears(db: Sql): Promise<CalendarYear[]> {
  return db.query<CalendarYear[]>(
    `SELECT y.country, y.year, y.version, y.source,
       coalesce((SELECT jsonb_agg(jsonb_build_object('date', to_char(d.date, 'YYYY-MM-DD'), 'kind', d.kind, 'name', d.name, 'status', d.status)
         ORDER BY d.date, d.kind COLLATE "C") FROM calendar_day d WHERE d.country = y.country AND d.year = y.year), '[]') AS days
       FROM calendar_year y ORDER BY y.country, y.year`,
  );
}

/** Writes a country's year anew and raises the version of all calendars, so that dates are planned again. */
export async function writeCalendarYear(tx: Sql, table: CalendarYear, note: string): Promise<void> {
  const { country, year, version, source, days } = table;
  await tx.query(
    `INSERT INTO calendar_year (country, year, version, source) VALUES ($1, $2, $3, $4)
     ON CONFLICT (country, year) DO UPDATE SET version = $3, source = $4, rev = calendar_year.rev + 1`,
    [country, year, version, source ?? null],
  );
  await tx.query('DELETE FROM calendar_day WHERE country = $1 AND year = $2', [country, year]);
  await tx.query(
    `INSERT INTO calendar_day (country, year, date, kind, name, status)
     SELECT $1, $2, d.date, d.kind, d.name, d.status FROM jsonb_to_recordset($3::jsonb) AS d(date date, kind text, name text, status text)`,
    [country, year, JSON.stringify(days)],
  );
  await tx.query(`INSERT INTO calendar_version (version, note) SELECT coalesce(max(version), 0) + 1, $1 FROM calendar_version`, [note]);
}
