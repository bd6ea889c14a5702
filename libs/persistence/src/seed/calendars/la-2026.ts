import { calendarYear } from './calendar-year';

/** Lao PDR 2026. */
export const la2026 = calendarYear({
  country: 'LA',
  year: 2026,
  source: 'Decree 386/2017 and yearly calendars, to be compared with the Official Gazette',
  official: [],
  days: {
    off: ['01-01 元旦 New Year', '04-14..04-16 老历新年 Pi Mai', '05-01 劳动节 Labour Day', '12-02 国庆日 National Day'],
    women: ["03-08 妇女节 Women's Day", "03-09 妇女节补假 Women's Day in lieu"],
    school: [
      '02-02 万佛节 Makha Bousa',
      '05-01 佛诞节 Visakha Bousa',
      '07-29 守夏节 Begin of Buddhist Lent',
      '09-11 拜祖节 Haw Khao Padapdin',
      '09-26 献饭节 Haw Khao Salark',
      "10-07 教师节 Teachers' Day",
      '10-26..10-27 出夏节、龙舟节 End of Lent, Boat Racing',
      '11-24 塔銮节 That Luang',
    ],
    bank: ['10-07 老挝银行日 Bank of Lao PDR Day', '12-29..12-31 银行年终结算日 year-end bank days'],
  },
});
