import { isPeriod, parsePeriod } from './arithmetic';
import type { Calendars } from './calendar-table';
import { dueAfter, fixedDue, remainingUnits, resumeDue, unitsLeftOf, type DeadlineOptions } from './deadline';

// 30 September 2026 (Wednesday) works, 1 October to 7 October are off, Saturday 10 October is worked.
const off = ['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
  date: `2026-10-${day}`,
  kind: 'off' as const,
  name: '国庆',
  status: 'official' as const,
}));
const calendars: Calendars = {
  years: [
    {
      country: 'CN',
      year: 2026,
      version: 1,
      days: [...off, { date: '2026-10-10', kind: 'work', name: 'make-up Saturday', status: 'official' }],
    },
  ],
};
const rolling: DeadlineOptions = { set: ['CN'], roll: 'next', calendars };
const still: DeadlineOptions = { ...rolling, roll: 'none' };

describe('periods', () => {
  it.each([
    ['5wd', 5, 'wd'],
    ['10d', 10, 'd'],
    ['3mo', 3, 'mo'],
    ['5y', 5, 'y'],
    ['005d', 5, 'd'],
    ['0d', 0, 'd'],
  ])('reads %s', (period, count, unit) => {
    expect(isPeriod(period)).toBe(true);
    expect(parsePeriod(period)).toEqual({ count, unit });
  });

  it.each(['', '5', 'wd', '-1d', '1.5d', '5 d', '5w', '123456d', '1 month'])('refuses %p', (period) => {
    expect(isPeriod(period)).toBe(false);
    expect(() => parsePeriod(period)).toThrow(RangeError);
  });
});

describe('dueAfter', () => {
  it.each([
    ['2026-09-30', '1wd', '2026-10-08'],
    ['2026-10-08', '2wd', '2026-10-10'],
    ['2026-09-01', '31d', '2026-10-08'],
    ['2026-09-30', '9d', '2026-10-09'],
    ['2026-07-03', '3mo', '2026-10-08'],
    ['2025-10-02', '1y', '2026-10-08'],
    ['2026-09-10', '1mo', '2026-10-10'],
  ])('%s + %s = %s with roll', (start, period, due) => {
    expect(dueAfter(start, period, rolling).dueOn).toBe(due);
  });

  it('tells from where it rolled, over what, and the make-up day it came to rest on', () => {
    const found = dueAfter('2026-09-05', '1mo', rolling);
    expect(found).toMatchObject({ dueOn: '2026-10-08', rolledFrom: '2026-10-05' });
    expect(found.skipped.map((day) => day.date)).toEqual(['2026-10-05', '2026-10-06', '2026-10-07']);
    const rest = dueAfter('2026-09-10', '1mo', rolling);
    expect(rest.rolledFrom).toBeUndefined();
    expect(rest.worked).toEqual([{ date: '2026-10-10', country: 'CN', name: 'make-up Saturday' }]);
  });

  it('asks no calendar without roll', () => {
    expect(dueAfter('2026-01-14', '5y', still)).toEqual({
      startOn: '2026-01-14',
      period: '5y',
      set: ['CN'],
      dueOn: '2031-01-14',
      skipped: [],
      worked: [],
      provisionalYears: [],
    });
    expect(dueAfter('2026-01-14', '5y', rolling).provisionalYears).toEqual([{ country: 'CN', year: 2031 }]);
  });
});

describe('fixedDue', () => {
  it('rolls a fixed date, or keeps it', () => {
    expect(fixedDue('2026-10-03', rolling)).toMatchObject({
      startOn: '2026-10-03',
      period: 'fixed',
      dueOn: '2026-10-08',
      rolledFrom: '2026-10-03',
    });
    expect(fixedDue('2026-10-03', still)).toMatchObject({ dueOn: '2026-10-03' });
  });
});

describe('a stopped clock', () => {
  it('keeps the working days that were left; the day of the hold counts as used', () => {
    expect(remainingUnits('2026-03-02', '10wd', '2026-03-05', rolling)).toBe(7);
    expect(resumeDue('2026-04-07', '10wd', 7, rolling)).toMatchObject({ dueOn: '2026-04-16', startOn: '2026-04-07', period: '7wd' });
  });

  it('keeps calendar days for the other units, and rolls again', () => {
    expect(remainingUnits('2026-08-01', '30d', '2026-08-11', rolling)).toBe(20);
    expect(resumeDue('2026-09-12', '30d', 20, rolling)).toMatchObject({ dueOn: '2026-10-08', rolledFrom: '2026-10-02', period: '20d' });
    expect(remainingUnits('2026-08-01', '1mo', '2026-08-11', rolling)).toBe(21);
  });

  it('keeps the time until its first day where it has not begun, and never gives less than nothing', () => {
    // Friday 20 February to Monday 2 March 2026: six working days.
    expect(remainingUnits('2026-03-02', '10wd', '2026-02-20', rolling)).toBe(16);
    expect(remainingUnits('2026-03-02', '10d', '2026-02-20', rolling)).toBe(20);
    expect(remainingUnits('2026-03-02', '10wd', '2026-05-20', rolling)).toBe(0);
    expect(remainingUnits('2026-03-02', '10d', '2026-05-20', rolling)).toBe(0);
  });

  it('works for fixed dates, in calendar days', () => {
    const told = fixedDue('2026-10-03', rolling);
    expect(unitsLeftOf(told, '2026-09-08', calendars)).toBe(30);
    expect(resumeDue('2026-11-02', told.period, 30, rolling)).toMatchObject({ dueOn: '2026-12-02', period: '30d' });
  });
});
