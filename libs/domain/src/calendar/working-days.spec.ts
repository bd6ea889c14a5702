import type { CalendarYear, Calendars, DayKind } from './calendar-table';
import { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay, rollForward, workingDaysBetween } from './working-days';

function year(country: CalendarYear['country'], days: [string, DayKind][] = []): CalendarYear {
  return {
    country,
    year: 2026,
    version: 1,
    days: days.map(([date, kind]) => ({ date, kind, name: `${kind} of ${country}`, status: 'official' })),
  };
}

// Monday 1 June 2026 is a holiday in CN, Saturday 6 June is worked there; Tuesday 2 June is a holiday in LA.
const calendars: Calendars = {
  years: [
    year('CN', [
      ['2026-06-01', 'off'],
      ['2026-06-06', 'work'],
    ]),
    year('LA', [
      ['2026-06-02', 'off'],
      ['2026-06-03', 'school'],
      ['2026-06-03', 'women'],
      ['2026-06-04', 'bank'],
      ['2026-06-05', 'gov'],
      ['2026-06-08', 'half'],
    ]),
  ],
};

describe('isWorkingDay', () => {
  it('asks every country of the set', () => {
    expect(isWorkingDay('2026-06-02', ['CN'], calendars)).toBe(true);
    expect(isWorkingDay('2026-06-02', ['LA'], calendars)).toBe(false);
    expect(isWorkingDay('2026-06-02', ['CN', 'LA'], calendars)).toBe(false);
    expect(isWorkingDay('2026-06-09', ['CN', 'LA'], calendars)).toBe(true);
  });

  it('counts a make-up Saturday only where it is worked', () => {
    expect(isWorkingDay('2026-06-06', ['CN'], calendars)).toBe(true);
    expect(isWorkingDay('2026-06-06', ['CN', 'LA'], calendars)).toBe(false);
    expect(isWorkingDay('2026-06-07', ['CN'], calendars)).toBe(false);
  });

  it.each(['2026-06-03', '2026-06-04', '2026-06-05', '2026-06-08'])(
    'works on %s, when only some are off, unless the policy says otherwise',
    (date) => {
      expect(isWorkingDay(date, ['LA'], calendars)).toBe(true);
      expect(isWorkingDay(date, ['LA'], { ...calendars, partialDaysWork: true })).toBe(true);
      expect(isWorkingDay(date, ['LA'], { ...calendars, partialDaysWork: false })).toBe(false);
    },
  );

  it('knows weekends only in a year without a table', () => {
    expect(isWorkingDay('2027-10-01', ['CN'], calendars)).toBe(true);
    expect(isWorkingDay('2027-10-02', ['CN'], calendars)).toBe(false);
  });
});

describe('addWorkingDays', () => {
  it('does not count the first day and explains what it passed over', () => {
    expect(addWorkingDays('2026-05-29', 2, ['CN'], calendars)).toEqual({
      startOn: '2026-05-29',
      period: '2wd',
      set: ['CN'],
      dueOn: '2026-06-03',
      skipped: [
        { date: '2026-05-30', reason: 'weekend' },
        { date: '2026-05-31', reason: 'weekend' },
        { date: '2026-06-01', country: 'CN', reason: 'off of CN' },
      ],
      worked: [],
      provisionalYears: [],
    });
  });

  it('names the make-up day that counted', () => {
    const found = addWorkingDays('2026-06-05', 1, ['CN'], calendars);
    expect(found.dueOn).toBe('2026-06-06');
    expect(found.worked).toEqual([{ date: '2026-06-06', country: 'CN', name: 'work of CN' }]);
  });

  it('names the country at rest where another works on a weekend', () => {
    const found = addWorkingDays('2026-06-05', 1, ['CN', 'LA'], calendars);
    expect(found.dueOn).toBe('2026-06-08');
    expect(found.skipped).toEqual([
      { date: '2026-06-06', country: 'LA', reason: 'weekend' },
      { date: '2026-06-07', reason: 'weekend' },
    ]);
  });

  it('notes each missing table once', () => {
    const found = addWorkingDays('2026-12-31', 3, ['CN', 'VN'], calendars);
    expect(found.dueOn).toBe('2027-01-05');
    expect(found.provisionalYears).toEqual([
      { country: 'CN', year: 2027 },
      { country: 'VN', year: 2027 },
    ]);
  });

  it('stays at the start for no days', () => {
    expect(addWorkingDays('2026-06-06', 0, ['LA'], calendars)).toMatchObject({ dueOn: '2026-06-06', skipped: [], provisionalYears: [] });
  });
});

describe('moving to a working day', () => {
  it('keeps a working day', () => {
    expect(nextWorkingDay('2026-06-09', ['CN', 'LA'], calendars)).toBe('2026-06-09');
    expect(previousWorkingDay('2026-06-09', ['CN', 'LA'], calendars)).toBe('2026-06-09');
  });

  it('moves over holidays of any country of the set', () => {
    expect(nextWorkingDay('2026-05-30', ['CN', 'LA'], calendars)).toBe('2026-06-03');
    expect(previousWorkingDay('2026-06-02', ['CN', 'LA'], calendars)).toBe('2026-05-29');
  });

  it('says what it rolled over', () => {
    expect(rollForward('2026-06-01', ['CN', 'LA'], calendars)).toEqual({
      dueOn: '2026-06-03',
      skipped: [
        { date: '2026-06-01', country: 'CN', reason: 'off of CN' },
        { date: '2026-06-02', country: 'LA', reason: 'off of LA' },
      ],
      worked: [],
      provisionalYears: [],
    });
  });
});

describe('workingDaysBetween', () => {
  it('counts after the first day up to and with the last', () => {
    expect(workingDaysBetween('2026-05-29', '2026-06-03', ['CN'], calendars)).toBe(2);
    expect(workingDaysBetween('2026-06-03', '2026-06-03', ['CN'], calendars)).toBe(0);
    expect(workingDaysBetween('2026-06-04', '2026-06-03', ['CN'], calendars)).toBe(0);
  });
});
