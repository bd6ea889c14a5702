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
