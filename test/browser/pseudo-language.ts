import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const english = join(__dirname, '../../apps/dashboard/src/i18n/en');
const plain = 'aceilnorsuyzACEILNORSUYZ';
const accented = 'áçéîļñöŕšüýžÁÇÉÎĻÑÖŔŠÜÝŽ';
const [open, close] = ['⟦', '⟧'];

function pseudo(sentence: string): string {
  const letters = sentence.split(/(\{\{.*?\}\})/).map((part) => {
    return part.startsWith('{{') ? part : [...part].map((letter) => accented[plain.indexOf(letter)] ?? letter).join('');
  });
  return `${open}${letters.join('')}${close}`;
}

function pseudoOf(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, pseudoOf(part)]));
}

/** What a page showed that comes neither from the catalogue nor from the server. */
export interface PlainText {
  page: string;
  text: string;
}

const shownTexts = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!['SCRIPT', 'STYLE'].includes(walker.currentNode.parentElement?.tagName)) texts.push(walker.currentNode.nodeValue);
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
    for (const one of document.querySelectorAll('[' + name + ']')) texts.push(one.getAttribute(name));
  return texts.concat(document.title);
})()`;

/** Written alike in every language: the product, keys, formats, languages by their own names; and what a field that grows measures with, unseen. */
const names = /autosize measurement|Gongfang|English|Tiếng Việt|\b(Ctrl|Esc|JSON|CSV|XLSX|PDF|ICS|EN|kB|MB|byte)\b/g;
/** Names of time zones, which are the same everywhere. */
const zones = /\b(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w/ +-]+/g;
/** A name as it stands, for a pattern. */
const escaped = (name: string): string => name.replace(/[()]/g, '\\$&');

/** What Intl writes in the reader's language: months, weekdays, spans, countries. */
const written = new RegExp(
  [
    ...Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2027, at, 15))).flatMap((day) =>
      ['long', 'short'].map((month) => new Intl.DateTimeFormat('en', { month: month as 'long' }).format(day)),
    ),
    ...Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2027, 1, at + 1))).flatMap((day) =>
      ['long', 'short'].map((weekday) => new Intl.DateTimeFormat('en', { weekday: weekday as 'long' }).format(day)),
    ),
    ...['CN', 'KH', 'LA', 'MM', 'TH', 'VN'].map((code) => escaped(new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code)),
    ...['Lao PDR', 'Myanmar', 'Viet Nam'],
    ...['zh-CN', 'zh', 'en', 'lo', 'th', 'km', 'my', 'vi'].map((tag) =>
      escaped(new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag),
    ),
    '\\b(in|ago|days?|hours?|minutes?|weeks?|months?|years?|today|tomorrow|yesterday|last|next|this|at|and|AM|PM)\\b',
    'GMT[+-]?\\d*',
    '[A-Z]+-[A-Z0-9-]*\\d[A-Z0-9-]*',
  ].join('|'),
  'g',
);

function withoutTranslations(text: string): string {
  const inner = new RegExp(`${open}[^${open}${close}]*${close}`, 'g');
  const next = text.replace(inner, ' ');
  return next === text ? text : withoutTranslations(next);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** A window in which English is replaced by pseudo English, made now from the catalogue; nothing of it is ever shipped. */
export async function speakPseudo(page: Page): Promise<{ plainTextOn: (name: string) => Promise<PlainText[]> }> {
  const files = readdirSync(english, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const words = Object.assign({}, ...files.map((name) => pseudoOf(JSON.parse(readFileSync(join(english, name), 'utf8'))))) as object;
  const fromServer = new Set<string>();
  await page.route(/\/assets\/(en|later)-[\w-]+\.js/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `const words = ${JSON.stringify(words)}; export default words; export { words as t };`,
    }),
  );
  page.on('response', (response) => {
    if (!/\/api\/(?!events)/.test(response.url())) return;
    void response
      .json()
      .then((body: unknown) => stringsIn(body).forEach((one) => fromServer.add(one.trim())))
      .catch(() => undefined);
  });
  return {
    plainTextOn: async (name) => {
      const texts = await page.evaluate<string[]>(shownTexts);
      const told = [...fromServer].filter((one) => one.length > 1).sort((a, b) => b.length - a.length);
      return texts
        .map((text) => {
          const rest = told.reduce((left, one) => left.replaceAll(one, ' '), withoutTranslations(text));
          return { page: name, text: rest.replace(zones, ' ').replace(names, ' ').replace(written, ' ').trim() };
        })
        .filter(({ text }) => /[A-Za-z]{3,}/.test(text));
    },
  };
}
