import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Sentences by dotted key. */
export type Sentences = Record<string, string>;

/** Languages whose catalogues hold every sentence; the others may be begun. */
export const completeLanguages = ['en', 'zh-CN'] as const;

const plural = /_(zero|one|two|few|many|other)$/;

/** A key without its plural form: languages differ in how many they have. */
function plain(key: string): string {
  return key.replace(plural, '');
}

function sentencesOf(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is no sentence`);
  return Object.entries(value).flatMap(([name, part]) => sentencesOf(part, key === '' ? name : `${key}.${name}`));
}

/** Reads a language's files below `folder`; a topic has one file only, since they are merged by their first keys. */
export function readCatalogue(folder: string, language: string): { sentences: Sentences; faults: string[] } {
  const faults: string[] = [];
  const topics = new Map<string, string>();
  const all: Sentences = {};
  for (const name of readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))) {
    const text = readFileSync(join(folder, language, name), 'utf8');
    const content = JSON.parse(text) as object;
    const entries = sentencesOf(content);
    if ((text.match(/": "/g)?.length ?? 0) !== entries.length) faults.push(`${language}/${name}: a key stands there twice`);
    for (const topic of Object.keys(content)) {
      const other = topics.get(topic);
      if (other !== undefined) faults.push(`${language}: "${topic}" is in ${other} and in ${name}; only one of them is read`);
      topics.set(topic, name);
    }
    Object.assign(all, Object.fromEntries(entries));
  }
  return { sentences: all, faults };
}

const keysOf = (sentences: Sentences): Set<string> => new Set(Object.keys(sentences).map(plain));

/** What a complete language lacks, and what only it has. */
export function differences(name: string, sentences: Sentences, english: Sentences): string[] {
  const [own, theirs] = [keysOf(sentences), keysOf(english)];
  return [
    ...[...theirs].filter((key) => !own.has(key)).map((key) => `${name}: ${key} is missing`),
    ...[...own].filter((key) => !theirs.has(key)).map((key) => `${name}: ${key} is in no other language`),
  ];
}

/** Keys that a source names in so many words but that no catalogue has; of a key with a computed end, its beginning is looked for. */
export function unknownKeys(source: string, english: Sentences): string[] {
  const keys = keysOf(english);
  const beginnings = [...keys].map((key) => `${key}.`);
  const exact = [...source.matchAll(/\bt\(\s*'([\w-]+(?:\.[\w-]+)+)'/g)].map((found) => found[1] ?? '');
  const begun = [...source.matchAll(/\bt\(\s*`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map((found) => found[1] ?? '');
  return [...exact.filter((key) => !keys.has(plain(key))), ...begun.filter((start) => !beginnings.some((key) => key.startsWith(start)))];
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.spec.'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The sources that are fetched before the first page can be drawn: what its roots import without delay. */
function firstSources(source: string): string[] {
  const seen = new Set<string>();
  const take = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'/gm);
    for (const [, path = ''] of imports) {
      const found = [`${path}.tsx`, `${path}.ts`].map((name) => join(dirname(file), name)).find((name) => existsSync(name));
      if (found !== undefined) take(found);
    }
  };
  for (const root of ['main.tsx', 'app/routes/home.route.tsx', 'app/routes/sign-in.route.tsx']) take(join(source, root));
  return [...seen];
}

/** Sentences that the first page asks for although they are fetched only with the later pages: they would be shown as bare keys. */
function lateKeys(source: string): string[] {
  const later = readCatalogue(join(source, 'i18n/en'), 'later').sentences;
  const topics = new Set(Object.keys(later).map((key) => key.split('.')[0]));
  return firstSources(source).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*['`]([\w-]+)\./g)]
      .filter(([, topic]) => topics.has(topic))
      .map(([, topic]) => `${file.slice(source.length + 1)}: "${topic}" is in later/, but the first page asks for it`),
  );
}

/** Everything that is wrong with the catalogues of a dashboard, in words; nothing when all is well. */
export function catalogueFaults(source: string): string[] {
  const folder = join(source, 'i18n');
  const [english, chinese] = completeLanguages.map((language) => readCatalogue(folder, language));
  if (english === undefined || chinese === undefined) throw new Error('there are two complete languages');
  const unknown = sourcesBelow(source).flatMap((file) =>
    unknownKeys(readFileSync(file, 'utf8'), english.sentences).map((key) => `${file.slice(source.length + 1)}: no sentence for ${key}`),
  );
  return [
    ...english.faults,
    ...chinese.faults,
    ...differences('zh-CN', chinese.sentences, english.sentences),
    ...unknown,
    ...lateKeys(source),
  ];
}
