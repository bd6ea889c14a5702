import { calendarYear } from './calendar-year';

/** Thailand 2025. */
export const th2025 = calendarYear({
  country: 'TH',
  year: 2025,
  source: 'Cabinet holidays and bridge days, to be compared with the Royal Gazette',
  official: [],
  days: {
    off: [
      '01-01 New Year',
      '02-12 Makha Bucha',
      '04-06..04-07 Chakri Day and day in lieu',
      '04-13..04-16 Songkran and day in lieu',
      '05-01 Labour Day',
      '05-04..05-05 Coronation Day and day in lieu',
      '05-11..05-12 Visakha Bucha and day in lieu',
      '06-02 bridge day',
      "06-03 Queen's Birthday",
      '07-10..07-11 Asarnha Bucha and Buddhist Lent',
      "07-28 King's Birthday",
      '08-11 bridge day',
      "08-12 Mother's Day",
      '10-13 King Bhumibol Memorial Day',
      '10-23 Chulalongkorn Day',
      "12-05 National Day and Father's Day",
      '12-10 Constitution Day',
      "12-31 New Year's Eve",
    ],
    gov: ['05-09 Royal Ploughing Ceremony'],
  },
});
