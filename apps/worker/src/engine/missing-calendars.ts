import { countries } from '@app/domain';
import { calendarYears, type Sql } from '@app/persistence';

const november = 10;

/** Tables that are missing this year and, from mid-November on, the next one: without a table only weekends are known. In the order of years and countries. */
export async function missingCalendars(db: Sql, now: Date): Promise<{ country: string; year: number }[]> {
  const soon = now.getUTCMonth() > november || (now.getUTCMonth() === november && now.getUTCDate() >= 15);
  const years = [now.getUTCFullYear(), ...(soon ? [now.getUTCFullYear() + 1] : [])];
  const tables = new Set((await calendarYears(db)).map((table) => `${table.country} ${table.year}`));
  return years
    .flatMap((year) => countries.map((country) => ({ country, year })))
    .filter(({ country, year }) => !tables.has(`${country} ${year}`));
}
