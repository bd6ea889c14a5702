import { calendarYear } from './calendar-year';

/** Myanmar 2026. */
export const mm2026 = calendarYear({
  country: 'MM',
  year: 2026,
  source: 'Yearly notification of public holidays, to be compared with the Gazette',
  official: [],
  days: {
    off: [
      '01-01 元旦 New Year',
      '01-04 独立日 Independence Day',
      '02-12 联邦节 Union Day',
      '02-17 春节 Chinese New Year',
      "03-02 塔榜月圆日暨农民节 Full Moon of Tabaung and Peasants' Day",
      '03-27 建军节 Armed Forces Day',
      '04-13..04-21 泼水节和缅历新年 Thingyan and New Year',
      '04-30 卡松月圆日 Full Moon of Kason',
      '05-01 劳动节 May Day',
      '05-28 古尔邦节（估计） Eid al-Adha (estimated)',
      "07-19 烈士节 Martyrs' Day",
      '07-29 瓦梭月圆日 Full Moon of Waso',
      '10-25..10-27 点灯节 Thadingyut',
      '11-10 排灯节 Diwali',
      '11-24 德桑蒙月圆日 Full Moon of Tazaungmon',
      '12-04 国庆日 National Day',
      '12-25 圣诞节 Christmas',
    ],
    work: ['01-03 2025年12月26日调休补班 make-up Saturday for 26 December 2025'],
  },
});
