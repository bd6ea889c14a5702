import type { Sql } from '@app/persistence';

/** The year of a day, or the last one before it whose holidays in China are known: a call of another year may not be published. */
export async function callYear(db: Sql, today: string): Promise<number> {
  const [row] = await db.query<{ year: number | null }[]>(
    `SELECT max(year) AS year FROM calendar_year WHERE country = 'CN' AND year <= $1`,
    [Number(today.slice(0, 4))],
  );
  return row?.year ?? Number(today.slice(0, 4));
}
