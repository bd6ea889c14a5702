import { daysUntil, formatBytes, formatDate, formatHalfPoints, formatScore, formatTime, relativeDays } from './format';

describe('dates', () => {
  it.each([
    ['en', 'June 1, 2027'],
    ['zh-CN', '2027年6月1日'],
    ['th', '1 มิถุนายน 2027'],
  ])('show a deadline in the Gregorian calendar with Latin digits (%s)', (language, expected) => {
    expect(formatDate('2027-06-01', language)).toBe(expected);
  });

  it('show the same instant on the clock of each zone', () => {
    const instant = '2026-03-31T16:00:00.000Z';
    expect(formatTime(instant, 'zh-CN')).toBe('2026年4月1日 00:00');
    expect(formatTime(instant, 'zh-CN', 'Asia/Yangon')).toBe('2026年3月31日 22:30');
  });

  it('count whole days, also backwards', () => {
    const now = Date.parse('2026-01-10T12:00:00Z');
    expect(daysUntil('2026-01-13T13:00:00Z', now)).toBe(3);
    expect(daysUntil('2026-01-10T11:59:00Z', now)).toBe(-1);
    expect(relativeDays('2026-01-13T13:00:00Z', now, 'en')).toBe('in 3 days');
  });
});

describe('numbers', () => {
  it('show half points as points', () => {
    expect(formatHalfPoints(159, 'en')).toBe('79.5');
  });

  it.each([
    [563, 4, '70.4'],
    [359, 3, '59.8'],
    [599, 4, '74.9'],
    [0, 0, '–'],
  ])('round the mean of %i half points over %i sheets to %s', (sum, count, shown) => {
    expect(formatScore(sum, count, 'en')).toBe(shown);
  });

  it('show sizes of files', () => {
    expect(formatBytes(2_400_000, 'en')).toBe('2.4 MB');
    expect(formatBytes(10, 'en')).toBe('1 kB');
  });
});
