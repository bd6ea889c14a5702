import { calendarYear } from './calendar-year';

/** Myanmar 2025. */
export const mm2025 = calendarYear({
  country: 'MM',
  year: 2025,
  source: 'Yearly notification of public holidays, to be compared with the Gazette',
  official: [],
  days: {
    off: [
      '01-01 元旦 New Year',
      '01-04 独立日 Independence Day',
      '01-29 春节 Chinese New Year',
      '02-12 联邦节 Union Day',
      "03-02 农民节 Peasants' Day",
      '03-12..03-14 塔榜月圆日及调休 Full Moon of Tabaung with swaps',
      '03-27 建军节 Armed Forces Day',
      '04-13..04-21 泼水节和缅历新年 Thingyan and New Year',
      '05-01 劳动节 May Day',
      '05-11 卡松月圆日 Full Moon of Kason',
      '06-07 古尔邦节 Eid al-Adha',
      '07-09 瓦梭月圆日 Full Moon of Waso',
      "07-19 烈士节 Martyrs' Day",
      '10-05..10-07 点灯节 Thadingyut',
      '10-21 排灯节 Diwali',
      '11-03..11-04 德桑蒙月圆日及调休 Full Moon of Tazaungmon with swap',
      '11-14 国庆日 National Day',
      '12-19 克伦新年 Karen New Year',
      '12-25..12-26 圣诞节及调休 Christmas with swap',
    ],
    work: [
      '01-11 周六补班 make-up Saturday',
      '03-22 3月12日调休补班 make-up Saturday for 12 March',
      '03-29 3月14日调休补班 make-up Saturday for 14 March',
      '11-08 11月3日调休补班 make-up Saturday for 3 November',
    ],
  },
});
