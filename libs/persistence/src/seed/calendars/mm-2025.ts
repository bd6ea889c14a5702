import { calendarYear } from './calendar-year';

/** Myanmar 2025. */
export const mm2025 = calendarYear({
  country: 'MM',
  year: 2025,
  source: 'Yearly notification of public holidays, to be compared with the Gazette',
  official: [],
  days: {
    off: [
      '01-01 New Year',
      '01-04 Independence Day',
      '01-29 Chinese New Year',
      '02-12 Union Day',
      "03-02 Peasants' Day",
      '03-12..03-14 Full Moon of Tabaung with swaps',
      '03-27 Armed Forces Day',
      '04-13..04-21 Thingyan and New Year',
      '05-01 May Day',
      '05-11 Full Moon of Kason',
      '06-07 Eid al-Adha',
      '07-09 Full Moon of Waso',
      "07-19 Martyrs' Day",
      '10-05..10-07 Thadingyut',
      '10-21 Diwali',
      '11-03..11-04 Full Moon of Tazaungmon with swap',
      '11-14 National Day',
      '12-19 Karen New Year',
      '12-25..12-26 Christmas with swap',
    ],
    work: [
      '01-11 make-up Saturday',
      '03-22 make-up Saturday for 12 March',
      '03-29 make-up Saturday for 14 March',
      '11-08 make-up Saturday for 3 November',
    ],
  },
});
