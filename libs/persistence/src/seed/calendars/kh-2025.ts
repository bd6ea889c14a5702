import { calendarYear } from './calendar-year';

/** Cambodia 2025. */
export const kh2025 = calendarYear({
  country: 'KH',
  year: 2025,
  source: 'Yearly sub-decree on public holidays, to be compared with the Royal Gazette',
  official: [],
  days: {
    off: [
      '01-01 元旦 New Year',
      '01-07 战胜种族灭绝日 Victory over Genocide Day',
      "03-08 妇女节 Women's Day",
      '04-14..04-16 柬新年 Chol Chnam Thmey',
      '05-01 劳动节 Labour Day',
      '05-11 佛诞节 Visak Bochea',
      "05-14 国王诞辰日 King's Birthday",
      '05-15 御耕节 Royal Ploughing Ceremony',
      "06-18 太后诞辰日 Queen Mother's Birthday",
      '09-21..09-23 亡人节 Pchum Ben',
      '09-24 宪法日 Constitution Day',
      "10-15 太皇纪念日 King Father's Memorial Day",
      '10-29 加冕日 Coronation Day',
      '11-04..11-06 送水节 Water Festival',
      '11-09 独立日 Independence Day',
      '12-29 和平日 Peace Day',
    ],
  },
});
