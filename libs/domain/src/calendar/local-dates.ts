import type { LocalDate } from '../shared/local-date';
import { memory } from '../shared/memory';
import { ok, refuse, type Result } from '../shared/result';

const dayMs = 86_400_000;
const firstYear = 1900;
const lastYear = 2199;
const buddhistEraAhead = 543;

/** Forecasts ask for the same few thousand days over and over; to read and write them takes longer than to count. */
const mostKept = 100_000;
const knownNumbers = memory<LocalDate, number>(mostKept);
const knownDates = memory<number, LocalDate>(mostKept);

/** Days since 1970-01-01; lets dates be compared and counted without a zone. */
export function dayNumber(date: LocalDate): number {
  return knownNumbers(date, () => Date.parse(`${date}T00:00:00.000Z`) / dayMs);
}

/** The date so many days after 1970-01-01. Throws for what no calendar has, like `Date`. */
export function dateOfDay(day: number): LocalDate {
  return knownDates(day, () => new Date(day * dayMs).toISOString().slice(0, 10));
}

/** The date `days` calendar days later, earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The matching day `months` later, or the last day of that month if it has no such day (Civil Code art. 202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const firstOfMonth = isoDate(Math.floor(count / 12), (count % 12) + 1, 1);
  const firstOfNext = isoDate(Math.floor((count + 1) / 12), ((count + 1) % 12) + 1, 1);
  const day = Math.min(Number(date.slice(8)), daysBetween(firstOfMonth, firstOfNext));
  return addDays(firstOfMonth, day - 1);
}

/** Gregorian year of a date. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Whether a date is a Saturday or Sunday, the weekend of all six countries. */
export function isWeekend(date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/**
 * Reads a Gregorian date `YYYY-MM-DD` from outside.
 * Refuses with `LOOKS_BUDDHIST_YEAR` for a year as Thai forms print it (2569 for 2026), and with `NOT_A_DATE` for anything else that is no date
 * between 1900 and 2199, such as 2026-02-30.
 */
export function parseLocalDate(raw: unknown): Result<LocalDate> {
  const parts = typeof raw === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(raw) : null;
  if (!parts) return refuse('NOT_A_DATE', 'a date has the form YYYY-MM-DD');
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year >= firstYear + buddhistEraAhead && year <= lastYear + buddhistEraAhead) {
    return refuse('LOOKS_BUDDHIST_YEAR', 'the year looks like the Buddhist era; dates are Gregorian', {
      year,
      gregorianYear: year - buddhistEraAhead,
    });
  }
  const date = isoDate(year, month, day);
  // Counted from the first of the month, 30 February becomes 2 March: only a date that comes back unchanged exists.
  const exists = month >= 1 && month <= 12 && addDays(isoDate(year, month, 1), day - 1) === date;
  if (year < firstYear || year > lastYear || !exists) return refuse('NOT_A_DATE', 'no such date in the Gregorian calendar', { date });
  return ok(date);
}

function isoDate(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
