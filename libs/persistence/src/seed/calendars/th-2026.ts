import { calendarYear } from './calendar-year';

/** Thailand 2026. */
export const th2026 = calendarYear({
  country: 'TH',
  year: 2026,
  source: 'Cabinet holidays and bridge days, to be compared with the Royal Gazette',
  official: [],
  days: {
    off: [
      '01-01..01-02 元旦及调休 New Year and bridge day',
      '03-03 万佛节 Makha Bucha',
      '04-06 却克里王朝纪念日 Chakri Day',
      '04-13..04-15 宋干节 Songkran',
      '05-01 劳动节 Labour Day',
      '05-04 加冕日 Coronation Day',
      '05-31..06-01 佛诞节及补假 Visakha Bucha and day in lieu',
      "06-03 王后诞辰日 Queen's Birthday",
      "07-28..07-30 国王诞辰日、三宝节、守夏节 King's Birthday, Asarnha Bucha, Buddhist Lent",
      "08-12 母亲节 Mother's Day",
      '10-13 普密蓬国王纪念日 King Bhumibol Memorial Day',
      '10-23 五世王纪念日 Chulalongkorn Day',
      "12-05 国庆日暨父亲节 National Day and Father's Day",
      '12-07 12月5日补假 day in lieu of 5 December',
      '12-10 宪法日 Constitution Day',
      "12-31 除夕 New Year's Eve",
    ],
    gov: ['05-13 御耕节 Royal Ploughing Ceremony'],
  },
});
