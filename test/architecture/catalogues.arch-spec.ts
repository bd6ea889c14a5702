import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ladderKeys } from '@app/domain';
import { mailWords } from '../../libs/platform/src/catalogues/mail/mail-words';
import { projectRoot } from './planted-tree';

type Catalogue = Record<string, string>;

/** All sentences below a value, by dotted key. i18next's plural forms differ between languages and count as one key. */
function sentencesOf(value: unknown, key = ''): Catalogue {
  if (typeof value === 'string') return { [key.replace(/_(zero|one|two|few|many|other)$/, '')]: value };
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is no sentence`);
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, part]) => sentencesOf(part, key === '' ? name : `${key}.${name}`)),
  ) as Catalogue;
}

/** Names of values in a sentence, of i18next (`{{count}}`) and of Liquid (`{{ title | upcase }}`). */
function valuesIn(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();
}

const han = /\p{Script=Han}/u;
const dashboardFolder = join(projectRoot, 'apps/dashboard/src/i18n');

function dashboardCatalogue(language: string): Catalogue {
  const one = join(dashboardFolder, `${language}.json`);
  const paths = existsSync(one) ? [one] : readdirSync(join(dashboardFolder, language)).map((name) => join(dashboardFolder, language, name));
  return Object.assign({}, ...paths.map((path) => sentencesOf(JSON.parse(readFileSync(path, 'utf8'))))) as Catalogue;
}

describe.each<[string, () => { en: Catalogue; zh: Catalogue }]>([
  ['the words of mails', () => ({ en: sentencesOf(mailWords.en), zh: sentencesOf(mailWords['zh-CN']) })],
  ['the sentences of the dashboard', () => ({ en: dashboardCatalogue('en'), zh: dashboardCatalogue('zh-CN') })],
])('%s', (_name, read) => {
  const { en, zh } = read();

  it('are the same in zh-CN and en', () => {
    expect(Object.keys(en).length).toBeGreaterThan(50);
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('hold the same values', () => {
    const values = (catalogue: Catalogue): string[] => Object.keys(en).map((key) => `${key}: ${valuesIn(catalogue[key] ?? '').join(', ')}`);
    expect(values(zh)).toEqual(values(en));
  });

  it('say something, each in its own language', () => {
    const words = (sentence: string): string => sentence.replace(/\{\{.*?\}\}|\{%.*?%\}/g, '');
    expect(Object.entries(en).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
    expect(
      Object.entries(zh).filter(([key, sentence]) => !han.test(sentence) && / [a-z]{3,} [a-z]{3,}/i.test(words(en[key] ?? ''))),
    ).toEqual([]);
    expect(Object.entries(en).filter(([key, sentence]) => han.test(words(sentence)) && !/language|zh/i.test(key))).toEqual([]);
  });
});

describe('the words of mails', () => {
  it('name every row of the ladder, and no other', () => {
    expect(Object.keys(mailWords.en.ladders).sort()).toEqual([...ladderKeys].sort());
  });
});
