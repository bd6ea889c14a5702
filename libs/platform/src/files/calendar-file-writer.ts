import { stringify } from 'csv-stringify/sync';
import ical, { ICalEventStatus } from 'ical-generator';
import type { CalendarFormat } from './calendar-file';

/** A listed day to be written. */
export interface WrittenDay {
  date: string;
  kind: string;
  name: string;
  status: string;
}

const dayMs = 86_400_000;

/** The days of a calendar as a file that spreadsheets or calendar programs read, and that can be imported again. */
export function writeCalendarFile(days: readonly WrittenDay[], format: CalendarFormat, title: string): string {
  return format === 'csv' ? csvOf(days) : icsOf(days, title);
}

/** Begins with a byte order mark, by which spreadsheets know UTF-8; a cell that looks like a formula is written as text. */
function csvOf(days: readonly WrittenDay[]): string {
  return stringify(
    days.map(({ date, kind, name, status }) => [date, kind, name, status]),
    { header: true, columns: ['date', 'kind', 'name', 'status'], bom: true, record_delimiter: '\r\n', escape_formulas: true },
  );
}

function icsOf(days: readonly WrittenDay[], title: string): string {
  const calendar = ical({ name: title, prodId: { company: 'Gongfang', product: 'calendars', language: 'EN' } });
  for (const { date, kind, name, status } of days) {
    const start = new Date(`${date}T00:00:00Z`);
    calendar.createEvent({
      ...{
        id: `${title}-${date}-${kind}`.toLowerCase().replace(/\s+/g, '-'),
        start,
        end: new Date(start.getTime() + dayMs),
        allDay: true,
        timezone: 'UTC',
      },
      ...{ summary: name, categories: [{ name: kind }] },
      status: status === 'official' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  }
  return calendar.toString();
}
