import type { ProblemSentences } from './problem-shape';
import { valuesInWords } from './problem-values';
import { problemsEn } from './problems.en';
import { problemsZhCn } from './problems.zh-cn';

export type { ProblemSentences } from './problem-shape';

/** Languages in which the product speaks by itself. */
export const spokenLanguages = ['en', 'zh-CN'] as const;

/** A language in which the product speaks by itself. */
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** All sentences of problems, by language; a test compares their codes with those of the rules. */
export const problemCatalogues: Record<SpokenLanguage, ProblemSentences> = { en: problemsEn, 'zh-CN': problemsZhCn };

/** Values put into a sentence. */
export type SentenceValues = Record<string, string | number | readonly string[]>;

/** What is wrong and what to do, for a code, in a language, with its values. An unknown code gets the sentence of an unnamed fault. */
export function problemSentence(code: string, language: SpokenLanguage, values: SentenceValues = {}): { says: string; todo: string } {
  const catalogue = problemCatalogues[language];
  const [says, todo] = catalogue[code] ?? catalogue['INTERNAL'] ?? ['', ''];
  const known = valuesInWords(values, language);
  return { says: fillIn(says, known, language), todo: fillIn(todo, known, language) };
}

/** The language the reader understands best: the first of an Accept-Language header that the product speaks, else the given one. */
export function languageOf(acceptLanguage: string | undefined, otherwise: string | undefined): SpokenLanguage {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => ({ tag: part.split(';')[0]?.trim().toLowerCase() ?? '', q: Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? '1') }))
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag);
  for (const tag of [...wanted, otherwise?.toLowerCase() ?? '']) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'en';
}

const anInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const beijingMs = 8 * 3_600_000;

/** An instant as clocks in Beijing show it; midnight is the end of the day before (Civil Code art. 203: the last day ends at 24:00). */
function beijingTime(instant: string): string {
  const shown = new Date(Date.parse(instant) + beijingMs).toISOString();
  if (shown.slice(11, 16) !== '00:00') return `${shown.slice(0, 10)} ${shown.slice(11, 16)}`;
  return `${new Date(Date.parse(instant) + beijingMs - 1).toISOString().slice(0, 10)} 24:00`;
}

/** Puts values into a sentence, instants in Beijing time; a part in square brackets is left out when one of its values is not known. */
export function fillIn(sentence: string, values: SentenceValues, language: SpokenLanguage): string {
  const known = (name: string): boolean => Object.hasOwn(values, name);
  return sentence
    .replace(/\[([^\]]*)\]/g, (_, part: string) => ([...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => known(name ?? '')) ? part : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => printed(values[name], language));
}

function printed(value: SentenceValues[string] | undefined, language: SpokenLanguage): string {
  if (value === undefined) return '';
  if (typeof value === 'string' && anInstant.test(value)) return beijingTime(value);
  return typeof value === 'object' ? value.join(language === 'zh-CN' ? '、' : ', ') : String(value);
}
