import { calendarYear } from './calendar-year';

/** Cambodia 2026. */
export const kh2026 = calendarYear({
  country: 'KH',
  year: 2026,
  source: 'Yearly sub-decree on public holidays, to be compared with the Royal Gazette',
  official: [],
  days: {
    off: [
      '01-01 New Year',
      '01-07 Victory over Genocide Day',
      "03-08 Women's Day",
      '04-14..04-16 Chol Chnam Thmey',
      '05-01 Labour Day and Visak Bochea',
      '05-05 Royal Ploughing Ceremony',
      "05-14 King's Birthday",
      "06-18 Queen Mother's Birthday",
      '09-24 Constitution Day',
      '10-10..10-12 Pchum Ben',
      "10-15 King Father's Memorial Day",
      '10-29 Coronation Day',
      '11-09 Independence Day',
      '11-23..11-25 Water Festival',
      '12-29 Peace Day',
    ],
  },
});
