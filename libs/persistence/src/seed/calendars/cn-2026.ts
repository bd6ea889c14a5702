import { calendarYear } from './calendar-year';

/** China 2026. */
export const cn2026 = calendarYear({
  country: 'CN',
  year: 2026,
  source: 'Notice of the General Office of the State Council on the 2026 holidays, 4 November 2025',
  official: 'all',
  days: {
    off: [
      '01-01..01-03 元旦 New Year',
      '02-15..02-23 春节 Spring Festival',
      '04-04..04-06 清明 Qingming',
      '05-01..05-05 劳动节 Labour Day',
      '06-19..06-21 端午 Dragon Boat',
      '09-25..09-27 中秋 Mid-Autumn',
      '10-01..10-07 国庆 National Day',
    ],
    work: [
      '01-04 周日补班 make-up Sunday',
      '02-14 周六补班 make-up Saturday',
      '02-28 周六补班 make-up Saturday',
      '05-09 周六补班 make-up Saturday',
      '09-20 周日补班 make-up Sunday',
      '10-10 周六补班 make-up Saturday',
    ],
  },
});
