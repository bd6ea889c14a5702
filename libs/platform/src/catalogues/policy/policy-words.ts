import { exportWords } from '../export/export-words';
import type { SpokenLanguage } from '../problem-sentences';
import type { PolicyWords } from './policy-words-shape';
import { policyWordsEn } from './policy-words.en';
import { policyWordsZhCn } from './policy-words.zh-cn';

/** Words of the policy, by language. */
export const policyWords: Record<SpokenLanguage, PolicyWords> = { en: policyWordsEn, 'zh-CN': policyWordsZhCn };

const ladder = 'ladder.';
const aPeriod = /^(\d+)(wd|d|mo|y|min)$/;

/** The name of a key of the policy or of a row of its ladder; nothing for what is neither. */
export function policyKeyName(key: string, language: SpokenLanguage): string | undefined {
  if (key.startsWith(ladder)) return own(exportWords[language].ladders, key.slice(ladder.length));
  return own(policyWords[language].keys, key);
}

/** A period such as `10wd` in words; nothing for another form. */
export function periodWords(value: string, language: SpokenLanguage): string | undefined {
  const [, count, unit] = aPeriod.exec(value) ?? [];
  const words = own(policyWords[language].periods as Record<string, { one: string; other: string }>, unit ?? '');
  return words === undefined || count === undefined ? undefined : words[count === '1' ? 'one' : 'other'].replace('{count}', count);
}

function own<T>(words: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
