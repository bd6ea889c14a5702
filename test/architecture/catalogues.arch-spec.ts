import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ladderKeys } from '@app/domain';
import { catalogueFaults, differences, readCatalogue, unknownKeys } from '../../apps/dashboard/catalogue-check';
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
  const paths = existsSync(one)
    ? [one]
    : readdirSync(join(dashboardFolder, language), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(dashboardFolder, language, name));
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

describe('the check of the dashboard’s build', () => {
  it('finds nothing to mend', () => {
    expect(catalogueFaults(join(projectRoot, 'apps/dashboard/src'))).toEqual([]);
  });

  it('names a sentence that a language lacks or has alone; the number of plural forms does not matter', () => {
    const en = { 'a.b': 'One', 'a.count_one': '{{count}} thing', 'a.count_other': '{{count}} things' };
    expect(differences('zh-CN', { 'a.b': '一', 'a.count_other': '{{count}} 项' }, en)).toEqual([]);
    expect(differences('zh-CN', { 'a.count_other': '项', 'a.c': '三' }, en)).toEqual([
      'zh-CN: a.b is missing',
      'zh-CN: a.c is in no other language',
    ]);
  });

  it('names a key that a component asks for and nobody wrote', () => {
    const en = { 'a.b': 'One', 'a.count_other': 'Things', 'stages.mou': 'MoU' };
    expect(unknownKeys("t('a.b'); t('a.count', { count }); t(`stages.${stage}`); not('a.z');", en)).toEqual([]);
    expect(unknownKeys("t('a.c'); t(`states.${stage}`);", en)).toEqual(['a.c', 'states.']);
  });
});

describe.each(['lo', 'th', 'km', 'my', 'vi'])('the begun language %s', (language) => {
  const own = readCatalogue(dashboardFolder, language).sentences;
  const english = readCatalogue(dashboardFolder, 'en').sentences;

  it('says only what English says, with the same values, in its own script', () => {
    expect(Object.keys(own).length).toBeGreaterThan(40);
    expect(Object.keys(own).filter((key) => english[key] === undefined)).toEqual([]);
    expect(Object.entries(own).filter(([key, sentence]) => String(valuesIn(sentence)) !== String(valuesIn(english[key] ?? '')))).toEqual(
      [],
    );
    const foreign = new Set(['vi']).has(language)
      ? []
      : Object.entries(own).filter(([, sentence]) => /[a-z]{3,}/i.test(sentence.replace(/\{\{.*?\}\}/g, '')));
    expect(foreign).toEqual([]);
  });
});
