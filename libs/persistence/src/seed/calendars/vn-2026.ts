import { calendarYear } from './calendar-year';

/** Viet Nam 2026. */
export const vn2026 = calendarYear({
  country: 'VN',
  year: 2026,
  source: 'Labour Code holidays and Tet as announced; swaps by government decision',
  official: ['2026-01-02', '2026-01-10', '2026-08-31', '2026-08-22'],
  days: {
    off: [
      '01-01..01-04 元旦及调休 New Year and swap',
      '02-14..02-22 春节 Tet',
      "04-25..04-27 雄王节及补假 Hung Kings' Day and day in lieu",
      '04-30..05-03 统一日和劳动节 Reunification Day and Labour Day',
      '08-29..09-02 国庆节及调休 National Day and swap',
      '11-24 文化日（2026年起） Culture Day (new in 2026)',
    ],
    work: ['01-10 1月2日调休补班 make-up Saturday for 2 January', '08-22 8月31日调休补班 make-up Saturday for 31 August'],
  },
});
