import { mailWords, type SpokenLanguage } from '@app/platform';
import { fillText } from './liquid-text';

/** A phrase of the mail catalogue with its values. Throws when it names a value that is not given. */
export function phrase(name: string, language: SpokenLanguage, values: object = {}): string {
  return fillText(mailWords[language].phrases[name] ?? '', values);
}

/** Name of a country in a language; its code where we have none. */
export function countryName(code: string, language: SpokenLanguage): string {
  return mailWords[language].countries[code] ?? code;
}

/** A holiday's name in one language: the tables name it in Chinese without a blank, then in English. Other names stay as they are. */
export function holidayName(name: string, language: string): string {
  const [, chinese, english] = /^(\S*\p{Script=Han}\S*) (.+)$/u.exec(name) ?? [];
  return (language === 'zh-CN' ? chinese : english) ?? name;
}
