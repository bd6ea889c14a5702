import {
  addDays,
  countries,
  isWeekend,
  isWorkingDay,
  listedDays,
  parseLocalDate,
  type Calendars,
  type Country,
  type LocalDate,
} from '@app/domain';
import { calendarYear } from './calendar-year';
import { seedCalendars } from './index';

const calendars: Calendars = { years: seedCalendars };

function datesOf(year: number): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Weekdays on which a country is closed for all or for women. */
function closedWeekdays(year: number, country: Country): LocalDate[] {
  const closed = (date: LocalDate) => listedDays(date, country, calendars).some((day) => day.kind === 'off' || day.kind === 'women');
  return datesOf(year).filter((date) => !isWeekend(date) && closed(date));
}

function workedBy(year: number, set: Country[]): number {
  return datesOf(year).filter((date) => isWorkingDay(date, set, calendars)).length;
}

describe('holiday data of 2025 and 2026', () => {
  it('has one table per country and year, of real dates, none both off and worked', () => {
    expect(seedCalendars.map((table) => `${table.country}-${table.year}`).sort()).toEqual(
      countries.flatMap((country) => [`${country}-2025`, `${country}-2026`]),
    );
    for (const table of seedCalendars) {
      for (const day of table.days) expect(parseLocalDate(day.date)).toEqual({ ok: true, value: day.date });
      expect(table.days.every((day) => day.date.startsWith(`${table.year}-`) && day.name.length > 0)).toBe(true);
      const off = table.days.filter((day) => day.kind === 'off').map((day) => day.date);
      expect(new Set(off).size).toBe(off.length);
      expect(table.days.filter((day) => day.kind === 'work' && (off.includes(day.date) || !isWeekend(day.date)))).toEqual([]);
    }
  });

  it.each([
    [2025, 'CN', 18],
    [2025, 'TH', 21],
    [2025, 'LA', 7],
    [2025, 'KH', 18],
    [2025, 'VN', 12],
    [2025, 'MM', 24],
    [2026, 'CN', 19],
    [2026, 'TH', 20],
    [2026, 'LA', 7],
    [2026, 'KH', 18],
    [2026, 'VN', 14],
    [2026, 'MM', 22],
  ] as const)('%i: %s is closed on %i weekdays', (year, country, days) => {
    expect(closedWeekdays(year, country)).toHaveLength(days);
  });

  it.each([
    [2025, 68],
    [2026, 66],
  ])('%i: some country is closed on %i of 261 weekdays', (year, days) => {
    expect(datesOf(year).filter((date) => !isWeekend(date))).toHaveLength(261);
    expect(new Set(countries.flatMap((country) => closedWeekdays(year, country))).size).toBe(days);
  });

  it.each([
    [2025, 194, 193],
    [2026, 196, 195],
  ])('%i: all six work on %i days, on %i when women are off', (year, days, withWomenOff) => {
    expect(workedBy(year, [...countries])).toBe(days);
    const womenOff = datesOf(year).filter(
      (date) =>
        isWorkingDay(date, [...countries], calendars) && countries.every((country) => !closedWeekdays(year, country).includes(date)),
    );
    expect(womenOff).toHaveLength(withWomenOff);
  });

  it.each([2025, 2026])('%i: China works on 248 days', (year) => {
    expect(workedBy(year, ['CN'])).toBe(248);
  });

  it('marks what was compared with the gazette: all of China and the swaps of Viet Nam', () => {
    const official = seedCalendars.flatMap((table) =>
      table.days.filter((day) => day.status === 'official' && table.country !== 'CN').map((day) => `${table.country} ${day.date}`),
    );
    expect(official).toEqual(['VN 2025-04-26', 'VN 2025-05-02', 'VN 2026-01-02', 'VN 2026-01-10', 'VN 2026-08-22', 'VN 2026-08-31']);
    expect(
      seedCalendars.filter((table) => table.country === 'CN').every((table) => table.days.every((day) => day.status === 'official')),
    ).toBe(true);
  });
});

describe('calendarYear', () => {
  it.each(['1-1 元旦 New Year', '01-01 New Year'])('throws for a line without a date or without both names: %s', (line) => {
    const year = (): unknown => calendarYear({ country: 'CN', year: 2026, source: 'test', official: 'all', days: { off: [line] } });
    expect(year).toThrow('not a calendar line');
  });
});
