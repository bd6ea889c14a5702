import { calendarYear } from './calendar-year';

/** Lao PDR 2026. */
export const la2026 = calendarYear({
  country: 'LA',
  year: 2026,
  source: 'Decree 386/2017 and yearly calendars, to be compared with the Official Gazette',
  official: [],
  days: {
    off: ['01-01 New Year', '04-14..04-16 Pi Mai', '05-01 Labour Day', '12-02 National Day'],
    women: ["03-08 Women's Day", "03-09 Women's Day in lieu"],
    school: [
      '02-02 Makha Bousa',
      '05-01 Visakha Bousa',
      '07-29 Begin of Buddhist Lent',
      '09-11 Haw Khao Padapdin',
      '09-26 Haw Khao Salark',
      "10-07 Teachers' Day",
      '10-26..10-27 End of Lent, Boat Racing',
      '11-24 That Luang',
    ],
    bank: ['10-07 Bank of Lao PDR Day', '12-29..12-31 year-end bank days'],
  },
});
