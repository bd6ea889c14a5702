import type { Country, LocalDate } from '@app/domain';
import type { Sql } from '../sql';

/** A listed day of a country's calendar. */
export interface ListedDay {
  country: Country;
  date: LocalDate;
  kind: string;
  name: string;
  status: string;
}

/** Countries and days that are asked for, both ends included. */
export interface CalendarRange {
  countries: readonly string[];
  from: LocalDate;
  to: LocalDate;
}

/** Days that the tables of these countries list, in the order of date and country. */
export function listedDaysIn(db: Sql, { countries, from, to }: CalendarRange): Promise<ListedDay[]> {
  return db.query<ListedDay[]>(
    `SELECT country, to_char(date, 'YYYY-MM-DD') AS date, kind, name, status FROM calendar_day
      WHERE country = ANY($1::text[]) AND date BETWEEN $2::date AND $3::date ORDER BY date, country, kind`,
    [countries, from, to],
  );
}

/** Years of the range for which a country has no table yet: their days are weekends only. */
export function yearsWithoutTable(db: Sql, { countries, from, to }: CalendarRange): Promise<{ country: string; year: number }[]> {
  return db.query(
    `SELECT c.country, y.year FROM unnest($1::text[]) c(country), generate_series($2::integer, $3::integer) y(year)
      WHERE NOT EXISTS (SELECT FROM calendar_year t WHERE t.country = c.country AND t.year = y.year) ORDER BY 1, 2`,
    [countries, Number(from.slice(0, 4)), Number(to.slice(0, 4))],
  );
}
