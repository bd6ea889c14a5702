import { countries, defaultPolicy, missingYears, type MissingYear, type StandingRole } from '@app/domain';
import { calendarYears, type Sql } from '@app/persistence';

const beijingMs = 8 * 3_600_000;

/** Who may draft a country's year. */
export const calendarEditors: readonly StandingRole[] = ['SH', 'AD'];

/** Tables of days off that are missing today (Beijing): for such a year only weekends are known. */
export async function missingCalendars(db: Sql): Promise<MissingYear[]> {
  const today = new Date(Date.now() + beijingMs).toISOString().slice(0, 10);
  return missingYears(today, { tables: await calendarYears(db), countries, alarm: defaultPolicy.time.yearMissingAlarm });
}
