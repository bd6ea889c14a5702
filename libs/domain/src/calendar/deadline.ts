import type { LocalDate } from '../shared/local-date';
import { parsePeriod, type DateArithmetic, type Period } from './arithmetic';
import type { CalendarSet, Calendars } from './calendar-table';
import { addDays, addMonths, daysBetween } from './local-dates';
import { addWorkingDays, emptyCount, rollForward, workingDaysBetween } from './working-days';

export type { DateArithmetic, Period } from './arithmetic';

/** By which calendars a date is counted, and whether a last day that is no working day moves to the next one. */
export interface DeadlineOptions {
  set: CalendarSet;
  roll: 'next' | 'none';
  calendars: Calendars;
}

/**
 * The last day of a period that starts with an event on `startOn` (Civil Code art. 201-203): the first day is not counted, months and years end on
 * the matching day or at month end, and a calendar period that ends on a day off moves to the next working day when `roll` is `next`.
 * The deadline ends at 24:00 of that day (`endOfDay`). Throws for a malformed period.
 */
export function dueAfter(startOn: LocalDate, period: Period, options: DeadlineOptions): DateArithmetic {
  const { count, unit } = parsePeriod(period);
  switch (unit) {
    case 'wd':
      return addWorkingDays(startOn, count, options.set, options.calendars);
    case 'd':
      return rolled(startOn, period, addDays(startOn, count), options);
    case 'mo':
      return rolled(startOn, period, addMonths(startOn, count), options);
    case 'y':
      return rolled(startOn, period, addMonths(startOn, 12 * count), options);
  }
}

/** A date fixed by rule or contract, such as the annual report's 31 March, with the same roll as a counted one. */
export function fixedDue(dueOn: LocalDate, options: DeadlineOptions): DateArithmetic {
  return rolled(dueOn, 'fixed', dueOn, options);
}

/**
 * What is left of a period when its clock stops: working days for `wd`, else calendar days. The hold's date counts as used; never negative.
 * Throws for a malformed period.
 */
export function remainingUnits(startOn: LocalDate, period: Period, heldOn: LocalDate, options: DeadlineOptions): number {
  return unitsLeftOf(dueAfter(startOn, period, options), heldOn, options.calendars);
}

/**
 * Like `remainingUnits`, counted back from the date that was told, so neither a changed calendar nor a fixed date costs anybody time. A period that has not
 * begun (a date moved on by two working days is counted from the date before) keeps the time until its first day too.
 */
export function unitsLeftOf(told: DateArithmetic, heldOn: LocalDate, calendars: Calendars): number {
  if (inWorkingDays(told.period)) return workingDaysBetween(heldOn, told.dueOn, told.set, calendars);
  return Math.max(0, daysBetween(heldOn, told.dueOn));
}

/** The new date when a stopped clock runs on with `unitsLeft` of its unit; the resume date does not count as used. */
export function resumeDue(resumeOn: LocalDate, period: Period | 'fixed', unitsLeft: number, options: DeadlineOptions): DateArithmetic {
  return dueAfter(resumeOn, `${unitsLeft}${inWorkingDays(period) ? 'wd' : 'd'}`, options);
}

function inWorkingDays(period: Period | 'fixed'): boolean {
  return period !== 'fixed' && parsePeriod(period).unit === 'wd';
}

function rolled(startOn: LocalDate, period: Period | 'fixed', naive: LocalDate, options: DeadlineOptions): DateArithmetic {
  const { set, roll, calendars } = options;
  if (roll === 'none') return { startOn, period, set, dueOn: naive, ...emptyCount() };
  const found = rollForward(naive, set, calendars);
  const arithmetic: DateArithmetic = { startOn, period, set, ...found };
  return found.dueOn === naive ? arithmetic : { ...arithmetic, rolledFrom: naive };
}
