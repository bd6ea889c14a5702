import {
  countryName,
  daysUntil,
  formatBytes,
  formatDate,
  formatHalfPoints,
  formatMonth,
  formatNearDate,
  formatScore,
  formatTime,
  relativeDays,
} from './format';

describe('dates', () => {
  it.each([
    ['en', 'June 1, 2027'],
    ['zh-CN', '2027年6月1日'],
    ['th', '1 มิถุนายน 2027'],
  ])('show a deadline in the Gregorian calendar with Latin digits (%s)', (language, expected) => {
    expect(formatDate('2027-06-01', language)).toBe(expected);
  });

  it('name the weekday of a near day', () => {
    expect(formatNearDate('2026-12-01', 'zh-CN')).toBe('12月1日周二');
    expect(formatNearDate('2026-12-01', 'en')).toBe('Tue, Dec 1');
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

describe('a country', () => {
  it.each([
    ['VN', 'en', 'Viet Nam'],
    ['LA', 'en', 'Lao PDR'],
    ['MM', 'en', 'Myanmar'],
    ['KH', 'en', 'Cambodia'],
    ['VN', 'zh-CN', '越南'],
  ])('%s in %s has the name that the programme writes: %s', (code, language, name) => {
    expect(countryName(code, language)).toBe(name);
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

describe('a deadline in every language', () => {
  it.each([
    ['zh-CN', '2027年11月22日', '2027年11月22日 23:59', '3天后', '2027年11月'],
    ['en', 'November 22, 2027', 'November 22, 2027 at 23:59', 'in 3 days', 'Nov 2027'],
    ['lo', '22 ພະຈິກ 2027', '22 ພະຈິກ 2027, 23:59', 'ໃນອີກ 3 ມື້', 'ພ.ຈ. 2027'],
    ['th', '22 พฤศจิกายน 2027', '22 พฤศจิกายน 2027 เวลา 23:59', 'ในอีก 3 วัน', 'พ.ย. 2027'],
    ['km', '22 វិច្ឆិកា 2027', '22 វិច្ឆិកា 2027 នៅ\u200bម៉ោង 23:59', '3 ថ្ងៃទៀត', 'វិច្ឆិកា 2027'],
    ['my', '2027 နိုဝင်ဘာ 22', '2027 နိုဝင်ဘာ 22 23:59', '3 ရက်အတွင်း', '2027 နို'],
    ['vi', '22 tháng 11, 2027', 'lúc 23:59 22 tháng 11, 2027', 'sau 3 ngày nữa', 'thg 11 2027'],
  ])('is Gregorian, in Latin digits and with the month’s own name (%s)', (language, date, time, relative, month) => {
    const now = Date.parse('2027-11-19T15:59:00Z');
    expect(formatDate('2027-11-22', language)).toBe(date);
    expect(formatTime('2027-11-22T15:59:00Z', language)).toBe(time);
    expect(relativeDays('2027-11-22T15:59:00Z', now, language)).toBe(relative);
    expect(formatMonth('2027-11', language)).toBe(month);
  });

  it('is the same instant on the clock of each partner, a minute before midnight in Beijing', () => {
    const zones = ['Asia/Shanghai', 'Asia/Vientiane', 'Asia/Bangkok', 'Asia/Phnom_Penh', 'Asia/Ho_Chi_Minh', 'Asia/Yangon'];
    const clocks = zones.map((zone) => formatTime('2027-11-22T15:59:00Z', 'en', zone).slice(-5));
    expect(clocks).toEqual(['23:59', '22:59', '22:59', '22:59', '22:59', '22:29']);
  });

  it('never lets a language bring its own digits into a number', () => {
    const shown = ['th', 'my', 'km', 'lo'].map((language) => formatHalfPoints(159, language).replace(',', '.'));
    expect(shown).toEqual(['79.5', '79.5', '79.5', '79.5']);
  });
});
