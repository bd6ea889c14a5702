import { calendarYear } from './calendar-year';

/** Lao PDR 2025. */
export const la2025 = calendarYear({
  country: 'LA',
  year: 2025,
  source: 'Decree 386/2017 and yearly calendars, to be compared with the Official Gazette',
  official: [],
  days: {
    off: ['01-01 New Year', '04-14..04-16 Pi Mai', '05-01 Labour Day', '12-02 National Day'],
    women: ["03-08 Women's Day", "03-10 Women's Day in lieu"],
    school: [
      '02-12 Makha Bousa',
      '05-11 Visakha Bousa',
      '07-10 Begin of Buddhist Lent',
      '08-23 Haw Khao Padapdin',
      '09-07 Haw Khao Salark',
      "10-07..10-08 End of Lent, Teachers' Day, Boat Racing",
      '11-05 That Luang',
    ],
    bank: ['10-07 Bank of Lao PDR Day', '12-29..12-31 year-end bank days'],
  },
});
