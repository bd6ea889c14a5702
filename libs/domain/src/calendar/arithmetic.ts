import type { Country, LocalDate } from '../shared/local-date';
import type { CalendarSet } from './calendar-table';

/** A length of time as a policy writes it: a whole number and `wd` (working days), `d`, `mo` or `y`, such as `5wd`. */
export type Period = string;

/** Unit of a period. */
export type PeriodUnit = 'wd' | 'd' | 'mo' | 'y';

/** A date together with all that is needed to explain it to whom it binds. */
export interface DateArithmetic {
  /** The day of the event, which is itself not counted; for a fixed date that date. */
  startOn: LocalDate;
  period: Period | 'fixed';
  set: CalendarSet;
  dueOn: LocalDate;
  /** Days passed over and why: `weekend`, or the holiday's name with its country. */
  skipped: { date: LocalDate; country?: Country; reason: string }[];
  /** Make-up days at a weekend that counted. */
  worked: { date: LocalDate; country: Country; name: string }[];
  /** The date before it moved to the next working day. */
  rolledFrom?: LocalDate;
  /** Years without a table, taken as weekends only; such a date is provisional. */
  provisionalYears: { country: Country; year: number }[];
}

const periodForm = /^(\d{1,5})(wd|d|mo|y)$/;

/** Whether a text is a period: at most five digits and a unit. */
export function isPeriod(text: string): boolean {
  return periodForm.test(text);
}

/** Number and unit of a period. Throws for a malformed one: policies are validated before a rule reads them, so that is a bug. */
export function parsePeriod(period: Period): { count: number; unit: PeriodUnit } {
  const parts = periodForm.exec(period);
  if (!parts) throw new RangeError(`not a period: ${period}`);
  return { count: Number(parts[1]), unit: parts[2] as PeriodUnit };
}
