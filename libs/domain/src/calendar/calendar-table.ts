import type { Country, LocalDate } from '../shared/local-date';
import { yearOf } from './local-dates';

/**
 * What a listed day is: `off` nobody works, `work` a make-up day that counts although it is a weekend; the others close only for some
 * (half a day, women, schools, banks, government offices) and do not move deadlines by default.
 */
export type DayKind = (typeof dayKinds)[number];

/** Kinds of listed days. */
export const dayKinds = ['off', 'work', 'half', 'women', 'school', 'bank', 'gov'] as const;

/** One listed day of one country; a date may be listed under several kinds. */
export interface CalendarDay {
  date: LocalDate;
  kind: DayKind;
  name: string;
  /** `provisional` until compared with the gazette. */
  status: 'official' | 'provisional';
}

/** Holidays and make-up days of one country and Gregorian year, kept by administrators. */
export interface CalendarYear {
  country: Country;
  year: number;
  version: number;
  days: CalendarDay[];
  /** Where the days were published. */
  source?: string;
}

/** The tables a rule may use, at most one per country and year. Treated as immutable: lookups are remembered per table. */
export interface Calendars {
  years: CalendarYear[];
  /** Whether days that close only for some count as working days (policy `time.partialDaysWork`); they do when absent. */
  partialDaysWork?: boolean;
}

/** Countries whose calendars are put together: a day counts only if all of them work. An empty set works every day. */
export type CalendarSet = Country[];

const daysByDate = new WeakMap<CalendarYear, Map<LocalDate, CalendarDay[]>>();

/** The table of a country and year, or nothing when nobody has entered it. */
export function tableOf(country: Country, year: number, { years }: Calendars): CalendarYear | undefined {
  return (tablesByName.get(years) ?? named(years)).get(`${country}${year}`);
}

const tablesByName = new WeakMap<CalendarYear[], Map<string, CalendarYear>>();

function named(years: CalendarYear[]): Map<string, CalendarYear> {
  // Of two tables of a year the first one counts.
  const index = new Map(years.toReversed().map((table) => [`${table.country}${table.year}`, table]));
  tablesByName.set(years, index);
  return index;
}

/** What is listed for a date in a country; empty for an ordinary day and for a year without a table. */
export function listedDays(date: LocalDate, country: Country, calendars: Calendars): CalendarDay[] {
  const table = tableOf(country, yearOf(date), calendars);
  return table ? (indexOf(table).get(date) ?? []) : [];
}

function indexOf(table: CalendarYear): Map<LocalDate, CalendarDay[]> {
  const known = daysByDate.get(table);
  if (known) return known;
  const index = new Map<LocalDate, CalendarDay[]>();
  for (const day of table.days) index.set(day.date, [...(index.get(day.date) ?? []), day]);
  daysByDate.set(table, index);
  return index;
}
