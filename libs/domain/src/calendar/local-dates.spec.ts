import { addDays, addMonths, dayNumber, daysBetween, isWeekend, parseLocalDate, yearOf } from './local-dates';

describe('local dates', () => {
  it('counts days across months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-01-14', '2031-01-14')).toBe(1826);
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(yearOf('2026-08-31')).toBe(2026);
  });

  it.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-08-31', 12, '2027-08-31'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-11-15', 1, '2026-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('moves %s by %i months to %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('knows the weekend, before 1970 too', () => {
    const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
    expect(week.filter(isWeekend)).toEqual(['2026-11-21', '2026-11-22']);
    expect(isWeekend('1969-12-28')).toBe(true);
    expect(isWeekend('1969-12-29')).toBe(false);
  });
});

describe('parseLocalDate', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-01-01', '2199-12-31'])('takes %s', (date) => {
    expect(parseLocalDate(date)).toEqual({ ok: true, value: date });
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
    '3000-01-01',
    '0000-01-01',
    '2026-2-3',
    '2026-02-03T00:00:00Z',
    ' 2026-02-03',
    '２０２６-02-03',
    '',
    20260203,
    null,
    undefined,
    {},
  ])('refuses %p as no date', (raw) => {
    expect(parseLocalDate(raw)).toMatchObject({ ok: false, violation: { code: 'NOT_A_DATE' } });
  });

  it.each(['2569-08-31', '2568-02-29', '2443-01-01', '2742-12-31'])('refuses %s as a year of the Buddhist era', (date) => {
    const gregorianYear = Number(date.slice(0, 4)) - 543;
    expect(parseLocalDate(date)).toMatchObject({ ok: false, violation: { code: 'LOOKS_BUDDHIST_YEAR', values: { gregorianYear } } });
  });
});
