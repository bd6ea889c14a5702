import type { Country, Instant, LocalDate } from '../shared/local-date';
import type { CalendarSet, Calendars } from './calendar-table';
import { addDays } from './local-dates';
import { addWorkingDays, nextWorkingDay, previousWorkingDay } from './working-days';
import { instantAt, localDateOf } from './zone';

/** Hours of a day, HH:mm, in which mail is sent; `to` is exclusive. */
export interface SendWindow {
  from: string;
  to: string;
}

/** Day on which a reminder `daysBefore` calendar days ahead is sent: it moves earlier to a working day of the recipient's country, never later. */
export function reminderDate(dueOn: LocalDate, daysBefore: number, country: Country, calendars: Calendars): LocalDate {
  return previousWorkingDay(addDays(dueOn, -daysBefore), [country], calendars);
}

/**
 * Day on which an escalation `workingDaysAfter` the due date is sent: a day counts only if both Kunming and the recipient's country work.
 * Nothing is late before 24:00 of the due date, so 0 means the first such day after it, like 1.
 */
export function escalationDate(dueOn: LocalDate, workingDaysAfter: number, country: Country, calendars: Calendars): LocalDate {
  return addWorkingDays(dueOn, Math.max(1, workingDaysAfter), escalationSet(country), calendars).dueOn;
}

/** The calendars that count towards an escalation: the Secretariat's and the recipient's. */
export function escalationSet(country: Country): CalendarSet {
  return country === 'CN' ? ['CN'] : ['CN', country];
}

/** Start of the window on a date, in the reader's zone. */
export function windowInstant(date: LocalDate, window: SendWindow, zone: string): Instant {
  return instantAt(date, window.from, zone);
}

/** The earliest instant not before `at` that lies in the window on a working day of the country. */
export function nextInWindow(at: Instant, window: SendWindow, zone: string, country: Country, calendars: Calendars): Instant {
  const today = localDateOf(at, zone);
  const date = at < instantAt(today, window.to, zone) ? today : addDays(today, 1);
  const opens = windowInstant(nextWorkingDay(date, [country], calendars), window, zone);
  return opens > at ? opens : at;
}
