import type { Country } from '@app/domain';

/** What first data knows of a country. The language tag is of the host language; catalogues fall back to English visibly. */
export interface SeedCountry {
  code: Country;
  nameZh: string;
  nameEn: string;
  nativeName: string;
  languageTag: string;
  /** IANA zone, without daylight saving from 2000 on. */
  zone: string;
  /** ISO 4217 code. Amounts are decimal strings: digits of a currency are never taken from the runtime, which disagrees with ISO 4217. */
  currency: string;
}

/** The six Lancang-Mekong countries, in code order. */
export const seedCountries: SeedCountry[] = [
  { code: 'CN', nameZh: '中国', nameEn: 'China', nativeName: '中国', languageTag: 'zh-Hans-CN', zone: 'Asia/Shanghai', currency: 'CNY' },
  {
    code: 'KH',
    nameZh: '柬埔寨',
    nameEn: 'Cambodia',
    nativeName: 'កម្ពុជា',
    languageTag: 'km-Khmr-KH',
    zone: 'Asia/Phnom_Penh',
    currency: 'KHR',
  },
  { code: 'LA', nameZh: '老挝', nameEn: 'Lao PDR', nativeName: 'ລາວ', languageTag: 'lo-Laoo-LA', zone: 'Asia/Vientiane', currency: 'LAK' },
  { code: 'MM', nameZh: '缅甸', nameEn: 'Myanmar', nativeName: 'မြန်မာ', languageTag: 'my-Mymr-MM', zone: 'Asia/Yangon', currency: 'MMK' },
  { code: 'TH', nameZh: '泰国', nameEn: 'Thailand', nativeName: 'ไทย', languageTag: 'th-Thai-TH', zone: 'Asia/Bangkok', currency: 'THB' },
  {
    code: 'VN',
    nameZh: '越南',
    nameEn: 'Viet Nam',
    nativeName: 'Việt Nam',
    languageTag: 'vi-Latn-VN',
    zone: 'Asia/Ho_Chi_Minh',
    currency: 'VND',
  },
];
