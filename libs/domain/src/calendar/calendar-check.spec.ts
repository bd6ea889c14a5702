import { calendarFaults, missingYears, type RawDay } from './calendar-check';

const day = (date: string, more: Partial<RawDay> = {}): RawDay => ({ date, kind: 'off', name: '元旦', status: 'official', ...more });
const codes = (...days: RawDay[]): [number, string][] => calendarFaults(2027, days).map(({ index, code }) => [index, code]);

describe('the days of a year', () => {
  it('are fine when each is listed once, or under several kinds that close only for some', () => {
    expect(
      codes(
        day('2027-01-01'),
        day('2027-01-02', { kind: 'work', status: 'provisional' }),
        day('2027-03-08', { kind: 'women' }),
        day('2027-03-08', { kind: 'school' }),
        day('2027-05-01', { kind: 'school' }),
        day('2027-05-01'),
      ),
    ).toEqual([]);
  });

  it.each<[string, RawDay[], [number, string][]]>([
    ['a day twice', [day('2027-01-01'), day('2027-01-01', { name: 'again' })], [[1, 'DAY_TWICE']]],
    ['a day off and worked', [day('2027-01-02'), day('2027-01-02', { kind: 'work' })], [[1, 'DAY_TWICE']]],
    ['a day worked and off', [day('2027-01-02', { kind: 'work' }), day('2027-01-02')], [[1, 'DAY_TWICE']]],
    ['another year', [day('2026-12-31')], [[0, 'WRONG_YEAR']]],
    ['no date', [day('2027-02-30')], [[0, 'NOT_A_DATE']]],
    ['a Buddhist year', [day('2570-01-01')], [[0, 'LOOKS_BUDDHIST_YEAR']]],
    ['an unknown kind', [day('2027-01-01', { kind: 'holiday' })], [[0, 'UNKNOWN_KIND']]],
    ['an unknown status', [day('2027-01-01', { status: 'sure' })], [[0, 'UNKNOWN_STATUS']]],
    ['no name', [day('2027-01-01', { name: ' ' })], [[0, 'EMPTY_TEXT']]],
    ['a name without end', [day('2027-01-01', { name: 'x'.repeat(121) })], [[0, 'NAME_TOO_LONG']]],
    ['a make-up day in the week', [day('2027-01-04', { kind: 'work' })], [[0, 'NOT_A_WEEKEND']]],
  ])('are refused: %s', (_name, days, faults) => {
    expect(codes(...days)).toEqual(faults);
  });
});

describe('tables that are missing', () => {
  const tables = [
    { country: 'CN' as const, year: 2026 },
    { country: 'TH' as const, year: 2026 },
  ];
  const missing = (today: string) => missingYears(today, { tables, countries: ['CN', 'TH', 'VN'], alarm: '11-15' });

  it('are those of this year, whatever the day', () => {
    expect(missing('2026-03-01')).toEqual([{ country: 'VN', year: 2026 }]);
  });

  it('are those of next year: 90 days before its begin, for China from the day of the alarm', () => {
    expect(missing('2026-10-01')).toEqual([{ country: 'VN', year: 2026 }]);
    expect(missing('2026-10-02')).toEqual([
      { country: 'TH', year: 2027 },
      { country: 'VN', year: 2026 },
      { country: 'VN', year: 2027 },
    ]);
    expect(missing('2026-11-15')).toContainEqual({ country: 'CN', year: 2027 });
    expect(missing('2026-11-14')).not.toContainEqual({ country: 'CN', year: 2027 });
  });
});
