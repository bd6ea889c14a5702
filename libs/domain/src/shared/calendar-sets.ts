import type { CalendarSet } from '../calendar/calendar-table';
import type { CalendarRule, Policy } from '../policy/policy';
import type { Country } from './local-date';

/** The calendars a rule of the policy names: China's alone, or also those of the party or recipient. */
export function calendarSet(rule: CalendarRule, other: Country): CalendarSet {
  return rule === 'CN' || other === 'CN' ? ['CN'] : ['CN', other];
}

/** Calendars of the Secretariat's own tasks (default: China's). */
export function secretariatSet(policy: Policy): CalendarSet {
  return calendarSet(policy.time.calendars.secretariat, 'CN');
}
