import { calendarYear } from './calendar-year';

/** China 2025. */
export const cn2025 = calendarYear({
  country: 'CN',
  year: 2025,
  source: 'Notice of the General Office of the State Council on the 2025 holidays',
  official: 'all',
  days: {
    off: [
      '01-01 元旦 New Year',
      '01-28..02-04 春节 Spring Festival',
      '04-04..04-06 清明 Qingming',
      '05-01..05-05 劳动节 Labour Day',
      '05-31..06-02 端午 Dragon Boat',
      '10-01..10-08 国庆中秋 National Day and Mid-Autumn',
    ],
    work: [
      '01-26 周日补班 make-up Sunday',
      '02-08 周六补班 make-up Saturday',
      '04-27 周日补班 make-up Sunday',
      '09-28 周日补班 make-up Sunday',
      '10-11 周六补班 make-up Saturday',
    ],
  },
});
