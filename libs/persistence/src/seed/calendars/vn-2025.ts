import { calendarYear } from './calendar-year';

/** Viet Nam 2025. */
export const vn2025 = calendarYear({
  country: 'VN',
  year: 2025,
  source: 'Labour Code holidays and Tet as announced; swaps by government decision',
  official: ['2025-05-02', '2025-04-26'],
  days: {
    off: [
      '01-01 元旦 New Year',
      '01-25..02-02 春节 Tet',
      "04-07 雄王节 Hung Kings' Day",
      '04-30..05-04 统一日、劳动节及调休 Reunification Day, Labour Day, swap',
      '08-30..09-02 国庆日 National Day',
    ],
    work: ['04-26 5月2日调休补班 make-up Saturday for 2 May'],
  },
});
