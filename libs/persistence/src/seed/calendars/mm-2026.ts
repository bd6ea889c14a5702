import { calendarYear } from './calendar-year';

/** Myanmar 2026. */
export const mm2026 = calendarYear({
  country: 'MM',
  year: 2026,
  source: 'Yearly notification of public holidays, to be compared with the Gazette',
  official: [],
  days: {
    off: [
      '01-01 New Year',
      '01-04 Independence Day',
      '02-12 Union Day',
      '02-17 Chinese New Year',
      "03-02 Full Moon of Tabaung and Peasants' Day",
      '03-27 Armed Forces Day',
      '04-13..04-21 Thingyan and New Year',
      '04-30 Full Moon of Kason',
      '05-01 May Day',
      '05-28 Eid al-Adha (estimated)',
      "07-19 Martyrs' Day",
      '07-29 Full Moon of Waso',
      '10-25..10-27 Thadingyut',
      '11-10 Diwali',
      '11-24 Full Moon of Tazaungmon',
      '12-04 National Day',
      '12-25 Christmas',
    ],
    work: ['01-03 make-up Saturday for 26 December 2025'],
  },
});
