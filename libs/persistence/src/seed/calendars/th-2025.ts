import { calendarYear } from './calendar-year';

/** Thailand 2025. */
export const th2025 = calendarYear({
  country: 'TH',
  year: 2025,
  source: 'Cabinet holidays and bridge days, to be compared with the Royal Gazette',
  official: [],
  days: {
    off: [
      '01-01 元旦 New Year',
      '02-12 万佛节 Makha Bucha',
      '04-06..04-07 却克里王朝纪念日及补假 Chakri Day and day in lieu',
      '04-13..04-16 宋干节及补假 Songkran and day in lieu',
      '05-01 劳动节 Labour Day',
      '05-04..05-05 加冕日及补假 Coronation Day and day in lieu',
      '05-11..05-12 佛诞节及补假 Visakha Bucha and day in lieu',
      '06-02 调休 bridge day',
      "06-03 王后诞辰日 Queen's Birthday",
      '07-10..07-11 三宝节和守夏节 Asarnha Bucha and Buddhist Lent',
      "07-28 国王诞辰日 King's Birthday",
      '08-11 调休 bridge day',
      "08-12 母亲节 Mother's Day",
      '10-13 普密蓬国王纪念日 King Bhumibol Memorial Day',
      '10-23 五世王纪念日 Chulalongkorn Day',
      "12-05 国庆日暨父亲节 National Day and Father's Day",
      '12-10 宪法日 Constitution Day',
      "12-31 除夕 New Year's Eve",
    ],
    gov: ['05-09 御耕节 Royal Ploughing Ceremony'],
  },
});
