import type { TFunction } from 'i18next';
import type { components } from '../generated/openapi-types';
import { countryName, formatDate } from './format';

type Arithmetic = components['schemas']['DateArithmetic'];

/** How a date was counted, one sentence per step: period and start, calendars, days passed over and why, the move to a working day, missing tables. */
export function explainDate(because: Arithmetic, t: TFunction, language: string): string[] {
  const date = (day: string): string => formatDate(day, language);
  const unit = /[a-z]+$/.exec(because.period)?.[0] ?? 'fixed';
  const joined = (list: string[]): string => list.join(t('why.comma'));
  const countries = Array.isArray(because.set) ? (because.set as string[]).map((code) => countryName(code, language)) : [];
  const holidays = because.skipped
    .filter((day) => day.reason !== 'weekend')
    .map(
      (day) =>
        `${date(day.date)} ${holidayName(day.reason, language)}${day.country === undefined ? '' : ` (${countryName(day.country, language)})`}`,
    );
  const weekendDays = because.skipped.length - holidays.length;
  const said = (when: boolean, key: string, values: object): string[] => (when ? [t(`why.${key}`, { ...values })] : []);
  const { worked, rolledFrom, provisionalYears } = because;
  return [
    t(`why.${unit}`, { n: Number.parseInt(because.period, 10), start: date(because.startOn), due: date(because.dueOn) }),
    ...said(unit !== 'fixed' && countries.length > 0, 'calendars', { countries: joined(countries) }),
    ...said(holidays.length > 0, 'holidays', { days: joined(holidays) }),
    ...said(weekendDays > 0, 'weekends', { n: weekendDays }),
    ...said(worked.length > 0, 'worked', { days: joined(worked.map((day) => `${date(day.date)} ${holidayName(day.name, language)}`)) }),
    ...said(rolledFrom !== undefined, 'rolled', { from: date(rolledFrom ?? because.dueOn) }),
    ...said(provisionalYears.length > 0, 'provisional', {
      years: joined(provisionalYears.map((one) => `${countryName(one.country, language)} ${one.year}`)),
    }),
  ];
}

/** The article behind a date in the reader's language. */
export function articleName(article: string, t: TFunction): string {
  const articles = /^Civil Code art\. (.+)$/.exec(article)?.[1];
  return articles === undefined ? article : t('why.civilCode', { articles });
}

/** A holiday's name in one language: the tables name it in Chinese without a blank, then in English. Other names stay as they are. */
function holidayName(name: string, language: string): string {
  const [, chinese, english] = /^(\S*\p{Script=Han}\S*) (.+)$/u.exec(name) ?? [];
  return (language === 'zh-CN' ? chinese : english) ?? name;
}
