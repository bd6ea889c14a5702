import type { Instant, LegalBasis } from '@app/domain';
import { mailWords, type SpokenLanguage } from '@app/platform';
import { instantText } from './mail-dates';
import { countryName, holidayName, phrase } from './phrases';

type Because = LegalBasis['because'];

/** How a date was counted, in sentences: period and start, calendars, days passed over and why, move to a working day, missing tables. */
export function arithmeticText(because: Because, language: SpokenLanguage): string {
  const comma = language === 'zh-CN' ? '、' : ', ';
  const unit = /[a-z]+$/.exec(because.period)?.[0] ?? 'fixed';
  const say = (name: string, list: string[], value: string): string[] =>
    list.length === 0 ? [] : [phrase(name, language, { [value]: list.join(comma) })];
  return [
    phrase(unit, language, { n: Number.parseInt(because.period, 10), start: because.startOn, due: because.dueOn }),
    ...say('calendars', unit === 'fixed' ? [] : because.set.map((code) => countryName(code, language)), 'countries'),
    ...say('holidays', holidaysOf(because, language), 'days'),
    ...(because.skipped.some((day) => day.reason === 'weekend') ? [phrase('weekends', language)] : []),
    ...say(
      'makeUp',
      because.worked.map((day) => `${day.date} ${holidayName(day.name, language)}`),
      'days',
    ),
    ...say('rolled', because.rolledFrom === undefined ? [] : [because.rolledFrom], 'from'),
    ...say(
      'provisional',
      because.provisionalYears.map((table) => `${countryName(table.country, language)} ${table.year}`),
      'years',
    ),
  ].join(language === 'zh-CN' ? '' : ' ');
}

function holidaysOf(because: Because, language: SpokenLanguage): string[] {
  return because.skipped
    .filter((day) => day.reason !== 'weekend')
    .map((day) => {
      const where = day.country === undefined ? '' : countryName(day.country, language);
      const what = `${day.date} ${holidayName(day.reason, language)}`;
      if (where === '') return what;
      return language === 'zh-CN' ? `${what}（${where}）` : `${what} (${where})`;
    });
}

/** Policy key and article behind a date; the Civil Code goes by its Chinese name in Chinese. */
export function basisText(legal: LegalBasis, language: SpokenLanguage): string {
  const { article } = legal;
  if (language === 'en' || article === undefined) return phrase('basis', language, legal);
  return phrase('basis', language, { ...legal, article: article.replace(/^Civil Code art\. (.+)$/, '《民法典》第 $1 条') });
}

/** What the clock does next if nobody acts, and when. */
export function consequenceText(legal: LegalBasis, readerZone: string, language: SpokenLanguage): string | undefined {
  if (legal.consequence === undefined) return undefined;
  const { code, at }: { code: string; at: Instant } = legal.consequence;
  return phrase('consequence', language, {
    at: instantText(at, readerZone, language),
    what: mailWords[language].consequences[code] ?? code,
  });
}
