import { calendarYear } from './calendar-year';

/** Thailand 2026. */
export const th2026 = calendarYear({
  country: 'TH',
  year: 2026,
  source: 'Cabinet holidays and bridge days, to be compared with the Royal Gazette',
  official: [],
  days: {
    off: [
      '01-01..01-02 New Year and bridge day',
      '03-03 Makha Bucha',
      '04-06 Chakri Day',
      '04-13..04-15 Songkran',
      '05-01 Labour Day',
      '05-04 Coronation Day',
      '05-31..06-01 Visakha Bucha and day in lieu',
      "06-03 Queen's Birthday",
      "07-28..07-30 King's Birthday, Asarnha Bucha, Buddhist Lent",
      "08-12 Mother's Day",
      '10-13 King Bhumibol Memorial Day',
      '10-23 Chulalongkorn Day',
      "12-05 National Day and Father's Day",
      '12-07 day in lieu of 5 December',
      '12-10 Constitution Day',
      "12-31 New Year's Eve",
    ],
    gov: ['05-13 Royal Ploughing Ceremony'],
  },
});
