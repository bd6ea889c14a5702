import { dateOf, instantInBeijing, meantYear, partsOf, todayInBeijing } from './date-parts';

describe('a typed date', () => {
  it.each([
    ['2026', '1', '5', '2026-01-05'],
    ['2026 ', '02', '30', '2026-02-30'],
    ['2026', '', '5', ''],
  ])('%s / %s / %s is %s', (year, month, day, expected) => {
    expect(dateOf({ year, month, day })).toBe(expected);
  });

  it('comes back as its parts', () => {
    expect(partsOf('2026-01-05')).toEqual({ year: '2026', month: '01', day: '05' });
  });

  it('is asked about when its year looks Buddhist', () => {
    expect(meantYear('2570')).toBe(2027);
    expect(meantYear('2026')).toBeUndefined();
  });
});

describe('Beijing', () => {
  it('names one instant by date and hour', () => {
    expect(instantInBeijing('2026-03-01', '09:30')).toBe('2026-03-01T01:30:00.000Z');
    expect(instantInBeijing('2026-03-01', '')).toBe('');
  });

  it('is a day ahead in the evening of UTC', () => {
    expect(todayInBeijing(Date.parse('2026-03-01T17:00:00Z'))).toBe('2026-03-02');
  });
});
