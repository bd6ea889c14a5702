import { addDays, type CalendarDay, type CalendarYear, type DayKind } from '@app/domain';

/** A year as it is written down: lines `MM-DD name` or `MM-DD..MM-DD name` by kind, the name in Chinese without a blank, then in English; ranges include weekends, none crosses a year. */
interface WrittenYear {
  country: CalendarYear['country'];
  year: number;
  source: string;
  /** Dates already compared with the gazette; the others are provisional. */
  official: 'all' | string[];
  days: Partial<Record<DayKind, string[]>>;
}

/** Version 1 of a year's table, one row per date. Throws for a line that is not of the written form. */
export function calendarYear(written: WrittenYear): CalendarYear {
  const { country, year, source, official } = written;
  const days: CalendarDay[] = [];
  for (const [kind, lines] of Object.entries(written.days) as [DayKind, string[]][]) {
    for (const line of lines) {
      for (const { date, name } of datesOf(line, year)) {
        days.push({ date, kind, name, status: official === 'all' || official.includes(date) ? 'official' : 'provisional' });
      }
    }
  }
  return { country, year, version: 1, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)), source };
}

function datesOf(line: string, year: number): { date: string; name: string }[] {
  const parts = /^(\d\d-\d\d)(?:\.\.(\d\d-\d\d))? (\S*\p{Script=Han}\S* .+)$/u.exec(line);
  if (!parts) throw new Error(`not a calendar line: ${line}`);
  const last = `${year}-${parts[2] ?? parts[1]}`;
  const dates: { date: string; name: string }[] = [];
  for (let date = `${year}-${parts[1]}`; date <= last; date = addDays(date, 1)) dates.push({ date, name: String(parts[3]) });
  return dates;
}
