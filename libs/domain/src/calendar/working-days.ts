import { countries, type Country, type LocalDate } from '../shared/local-date';
import { memory, type Memory } from '../shared/memory';
import type { DateArithmetic } from './arithmetic';
import { listedDays, tableOf, type CalendarDay, type CalendarSet, type Calendars } from './calendar-table';
import { addDays, isWeekend, yearOf } from './local-dates';

type Counted = Pick<DateArithmetic, 'skipped' | 'worked' | 'provisionalYears'>;

/** Whether all countries of the set work on a date. Make-up days at a weekend count; a year without a table knows weekends only. */
export function isWorkingDay(date: LocalDate, set: CalendarSet, calendars: Calendars): boolean {
  return set.every((country) => worksIn(date, country, calendars));
}

/** The `n`-th working day after `start`; `start` itself is not counted (Civil Code art. 201), and 0 gives `start`. */
export function addWorkingDays(start: LocalDate, n: number, set: CalendarSet, calendars: Calendars): DateArithmetic {
  const counted = emptyCount();
  let date = start;
  for (let left = n; left > 0;) {
    date = addDays(date, 1);
    if (noteDay(counted, date, set, calendars)) left -= 1;
  }
  return { startOn: start, period: `${n}wd`, set, dueOn: date, ...counted };
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, set: CalendarSet, calendars: Calendars): number {
  let days = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date, set, calendars)) days += 1;
  }
  return days;
}

/** The date itself if the whole set works on it, else the next date on which it does. */
export function nextWorkingDay(date: LocalDate, set: CalendarSet, calendars: Calendars): LocalDate {
  return rollForward(date, set, calendars).dueOn;
}

/** The date itself if the whole set works on it, else the last date before it on which it does. */
export function previousWorkingDay(date: LocalDate, set: CalendarSet, calendars: Calendars): LocalDate {
  let found = date;
  while (!isWorkingDay(found, set, calendars)) found = addDays(found, -1);
  return found;
}

/** The date moved to the next working day when it is none (Civil Code art. 203), with what was passed over. */
export function rollForward(date: LocalDate, set: CalendarSet, calendars: Calendars): Counted & { dueOn: LocalDate } {
  const counted = emptyCount();
  let dueOn = date;
  while (!noteDay(counted, dueOn, set, calendars)) dueOn = addDays(dueOn, 1);
  return { dueOn, ...counted };
}

/** A count that has looked at no day. */
export function emptyCount(): Counted {
  return { skipped: [], worked: [], provisionalYears: [] };
}

function noteDay(counted: Counted, date: LocalDate, set: CalendarSet, calendars: Calendars): boolean {
  noteMissingYears(counted, date, set, calendars);
  const closed = set.filter((country) => !worksIn(date, country, calendars));
  if (closed.length > 0) {
    counted.skipped.push(...reasonsFor(date, closed, set, calendars));
    return false;
  }
  for (const country of set) {
    const makeUp = listedDays(date, country, calendars).find((day) => day.kind === 'work');
    if (makeUp) counted.worked.push({ date, country, name: makeUp.name });
  }
  return true;
}

function noteMissingYears(counted: Counted, date: LocalDate, set: CalendarSet, calendars: Calendars): void {
  const year = yearOf(date);
  for (const country of set) {
    const noted = counted.provisionalYears.some((missing) => missing.country === country && missing.year === year);
    if (!noted && !tableOf(country, year, calendars)) counted.provisionalYears.push({ country, year });
  }
}

/** A holiday is named with its country; a weekend needs a country only where another country of the set works on it. */
function reasonsFor(date: LocalDate, closed: Country[], set: CalendarSet, calendars: Calendars): DateArithmetic['skipped'] {
  const holidays = closed.flatMap((country) => {
    const holiday = listedDays(date, country, calendars).find((day) => closes(day, calendars));
    return holiday ? [{ date, country, reason: holiday.name }] : [];
  });
  if (holidays.length > 0) return holidays;
  if (closed.length === set.length) return [{ date, reason: 'weekend' }];
  return closed.map((country) => ({ date, country, reason: 'weekend' }));
}

type KnownDays = Record<Country, Memory<LocalDate, boolean>>;

/** Days that were looked at, by the very same calendars. */
const knownDays = new WeakMap<Calendars, KnownDays>();
const mostKept = 20_000;

function worksIn(date: LocalDate, country: Country, calendars: Calendars): boolean {
  let known = knownDays.get(calendars);
  if (known === undefined) {
    known = Object.fromEntries(countries.map((one) => [one, memory<LocalDate, boolean>(mostKept)])) as KnownDays;
    knownDays.set(calendars, known);
  }
  return known[country](date, () => isWorkedIn(date, country, calendars));
}

function isWorkedIn(date: LocalDate, country: Country, calendars: Calendars): boolean {
  const listed = listedDays(date, country, calendars);
  if (listed.some((day) => closes(day, calendars))) return false;
  return !isWeekend(date) || listed.some((day) => day.kind === 'work');
}

function closes(day: CalendarDay, calendars: Calendars): boolean {
  switch (day.kind) {
    case 'off':
      return true;
    case 'work':
      return false;
    case 'half':
    case 'women':
    case 'school':
    case 'bank':
    case 'gov':
      return calendars.partialDaysWork === false;
  }
}
