import type { Calendars } from '../calendar/calendar-table';
import { dueAfter, type DateArithmetic, type Period } from '../calendar/deadline';
import { addDays, addMonths } from '../calendar/local-dates';
import { workingDaysBetween } from '../calendar/working-days';
import { formalZone, localDateOf } from '../calendar/zone';
import type { Policy } from '../policy/policy';
import { calendarSet } from '../shared/calendar-sets';
import type { Instant, LocalDate } from '../shared/local-date';

/** One step of the slowest path from the closing of a call to its last score sheet, with its arithmetic and the policy key of its length. */
export interface ReviewStep {
  step: 'check' | 'correction' | 'second-check' | 'scoring';
  policyKey: string;
  because: DateArithmetic;
}

/** Whether check and review fit into the month the call was promised for. */
export interface ReviewTime {
  closesOn: LocalDate;
  steps: ReviewStep[];
  /** Last day of the month in which the policy wants check and review done, counted from the month of closing. */
  until: LocalDate;
  /** Working days by which the slowest path ends after that month; 0 when it fits. */
  workingDaysOver: number;
}

/**
 * The slowest path of check and review: the officer takes his whole time, the applicant his, the officer again, and only then the experts theirs. Each
 * period starts where the one before ended, by the calendar of the competition. Reality may be faster: accepted files go to the experts at once.
 */
export function reviewTime(closesAt: Instant, { policy, calendars }: { policy: Policy; calendars: Calendars }): ReviewTime {
  const closesOn = localDateOf(closesAt, formalZone);
  const set = calendarSet(policy.time.calendars.competition, 'CN');
  const lengths: [ReviewStep['step'], string, Period][] = [
    ['check', 'check.officer', policy.check.officer],
    ['correction', 'check.correction', policy.check.correction],
    ['second-check', 'check.secondCheck', policy.check.secondCheck],
    ['scoring', 'review.scoring', policy.review.scoring],
  ];
  let last = closesOn;
  const steps = lengths.map(([step, policyKey, period]): ReviewStep => {
    const because = dueAfter(last, period, { set, roll: 'next', calendars });
    last = because.dueOn;
    return { step, policyKey, because };
  });
  const until = endOfMonth(closesOn, monthsAfterClosing(policy.call));
  return { closesOn, steps, until, workingDaysOver: workingDaysBetween(until, last, set, calendars) };
}

/** How many months after that of the usual closing day check and review should end; 1 for a call that closes in August. */
function monthsAfterClosing({ closes, checkAndReviewMonth }: Policy['call']): number {
  return (checkAndReviewMonth - Number(closes.slice(0, 2)) + 12) % 12;
}

/** The last day of the month that lies so many months after that of a date. */
function endOfMonth(date: LocalDate, months: number): LocalDate {
  return addDays(addMonths(`${date.slice(0, 7)}-01`, months + 1), -1);
}
