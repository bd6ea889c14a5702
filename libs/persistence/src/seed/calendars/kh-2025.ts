import { calendarYear } from './calendar-year';

/** Cambodia 2025. */
export const kh2025 = calendarYear({
  country: 'KH',
  year: 2025,
  source: 'Yearly sub-decree on public holidays, to be compared with the Royal Gazette',
  official: [],
  days: {
    off: [
      '01-01 New Year',
      '01-07 Victory over Genocide Day',
      "03-08 Women's Day",
      '04-14..04-16 Chol Chnam Thmey',
      '05-01 Labour Day',
      '05-11 Visak Bochea',
      "05-14 King's Birthday",
      '05-15 Royal Ploughing Ceremony',
      "06-18 Queen Mother's Birthday",
      '09-21..09-23 Pchum Ben',
      '09-24 Constitution Day',
      "10-15 King Father's Memorial Day",
      '10-29 Coronation Day',
      '11-04..11-06 Water Festival',
      '11-09 Independence Day',
      '12-29 Peace Day',
    ],
  },
});
