import type { Country, LocalDate } from '../shared/local-date';
import { dayKinds, type CalendarYear } from './calendar-table';
import { addDays, isWeekend, parseLocalDate, yearOf } from './local-dates';

const dayStatuses = ['official', 'provisional'] as const;

/** Faults of a listed day, as codes of the sentences shown. */
export const calendarFaultCodes = ['DAY_TWICE', 'WRONG_YEAR', 'UNKNOWN_KIND', 'UNKNOWN_STATUS', 'NOT_A_WEEKEND', 'NAME_TOO_LONG'] as const;

/** A day as somebody types or imports it. */
export interface RawDay {
  date: string;
  kind: string;
  name: string;
  status: string;
}

/** What is wrong with one of the days, by its place in the list. */
export interface CalendarFault {
  index: number;
  code: string;
  date: string;
}

const longestName = 120;
const kinds: ReadonlySet<string> = new Set(dayKinds);
const statuses: ReadonlySet<string> = new Set(dayStatuses);

/**
 * Everything that is wrong with the days of a year: dates that are none, of another year or twice under one kind, a day that is off and worked, a
 * make-up day that is no weekend, unknown kinds, names that are missing or too long. A day may stand under several kinds that close only for some.
 */
export function calendarFaults(year: number, days: readonly RawDay[]): CalendarFault[] {
  const seen = new Map<string, string[]>();
  return days.flatMap((day, index) => {
    const before = seen.get(day.date) ?? [];
    seen.set(day.date, [...before, day.kind]);
    return codesOf(year, day, before).map((code) => ({ index, code, date: day.date.slice(0, 40) }));
  });
}

function codesOf(year: number, { date, kind, name, status }: RawDay, before: readonly string[]): string[] {
  const parsed = parseLocalDate(date);
  if (!parsed.ok) return [parsed.violation.code];
  const faults: [boolean, string][] = [
    [yearOf(parsed.value) !== year, 'WRONG_YEAR'],
    [!kinds.has(kind), 'UNKNOWN_KIND'],
    [!statuses.has(status), 'UNKNOWN_STATUS'],
    [name.trim() === '', 'EMPTY_TEXT'],
    [name.length > longestName, 'NAME_TOO_LONG'],
    [kind === 'work' && !isWeekend(parsed.value), 'NOT_A_WEEKEND'],
    [before.includes(kind) || contradicts(kind, before), 'DAY_TWICE'],
  ];
  return faults.flatMap(([wrong, code]) => (wrong ? [code] : []));
}

/** A day cannot be off for everybody and worked. */
function contradicts(kind: string, before: readonly string[]): boolean {
  return (kind === 'off' && before.includes('work')) || (kind === 'work' && before.includes('off'));
}

/** A country's year that should be there and is not. */
export interface MissingYear {
  country: Country;
  year: number;
}

const daysAhead = 90;

/**
 * Tables that are missing on a day: of this year always, of next year for China from the policy's alarm day on (its table is published in November), for
 * the others from 90 days before the year ends.
 */
export function missingYears(
  today: LocalDate,
  { tables, countries, alarm }: { tables: readonly Pick<CalendarYear, 'country' | 'year'>[]; countries: readonly Country[]; alarm: string },
): MissingYear[] {
  const year = yearOf(today);
  const known = new Set(tables.map((one) => `${one.country}${one.year}`));
  return countries.flatMap((country) => {
    const from = country === 'CN' ? `${year}-${alarm}` : addDays(`${year}-12-31`, -daysAhead);
    return (today >= from ? [year, year + 1] : [year])
      .filter((one) => !known.has(`${country}${one}`))
      .map((one) => ({ country, year: one }));
  });
}
