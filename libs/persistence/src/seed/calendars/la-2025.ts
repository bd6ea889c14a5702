import { calendarYear } from './calendar-year';

/** Lao PDR 2025. */
export const la2025 = calendarYear({
  country: 'LA',
  year: 2025,
  source: 'Decree 386/2017 and yearly calendars, to be compared with the Official Gazette',
  official: [],
  days: {
    off: ['01-01 元旦 New Year', '04-14..04-16 老历新年 Pi Mai', '05-01 劳动节 Labour Day', '12-02 国庆日 National Day'],
    women: ["03-08 妇女节 Women's Day", "03-10 妇女节补假 Women's Day in lieu"],
    school: [
      '02-12 万佛节 Makha Bousa',
      '05-11 佛诞节 Visakha Bousa',
      '07-10 守夏节 Begin of Buddhist Lent',
      '08-23 拜祖节 Haw Khao Padapdin',
      '09-07 献饭节 Haw Khao Salark',
      "10-07..10-08 出夏节、教师节、龙舟节 End of Lent, Teachers' Day, Boat Racing",
      '11-05 塔銮节 That Luang',
    ],
    bank: ['10-07 老挝银行日 Bank of Lao PDR Day', '12-29..12-31 银行年终结算日 year-end bank days'],
  },
});
