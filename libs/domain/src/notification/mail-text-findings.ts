import { notStatedIn, statedFacts, type FactPattern, type StatedFact } from '../shared/stated-facts';
import type { MailLanguage } from './mail-texts';

/** Where in the words of a mail something stands: its subject line, or a paragraph counted from 1. */
export type TextSlot = 'act' | `body.${number}`;

/** A line or paragraph that was read by the template language: what stands there as it is, and which values are put in. */
export interface ReadText {
  slot: TextSlot;
  /** The words themselves, of every branch, a blank in place of each value. */
  plain: string;
  /** Names of the values that are put in or asked for. */
  values: readonly string[];
  /** What the template language could not read, if anything. */
  unreadable?: string;
}

/** What may be wrong with the words of a mail. */
export const textFindingCodes = [
  'TEXT_EMPTY',
  'TEXT_UNREADABLE',
  'TEXT_MARKUP',
  'TEXT_UNFILLED',
  'TEXT_UNKNOWN_VALUE',
  'TEXT_VALUE_ONE_SIDE',
  'TEXT_DATE_ONE_SIDE',
  'TEXT_NUMBER_ONE_SIDE',
  'TEXT_PHONE_ONE_SIDE',
  'TEXT_ADDRESS_ONE_SIDE',
  'TEXT_LINK_ONE_SIDE',
  'TEXT_NAME_ONE_SIDE',
  'TEXT_PARAGRAPHS_DIFFER',
  'TEXT_CHINESE_IN_ENGLISH',
  'TEXT_NOT_CHINESE',
  'TEXT_UNWRITABLE',
] as const;

/** What is wrong with the words of a mail. */
export type TextFindingCode = (typeof textFindingCodes)[number];

/** One thing that is to be put right before these words may be released. */
export interface TextFinding {
  code: TextFindingCode;
  language: MailLanguage;
  /** Where it stands; nothing when it concerns the whole side. */
  slot: TextSlot | null;
  value: string;
}

/** A name as both languages write it. */
export interface NamePair {
  zh: string;
  en: string;
}

/** What the words of one kind of mail are checked against. */
export interface TextRules {
  /** Values that this kind of mail has. */
  allowed: readonly string[];
  /** People, institutions and countries that the words mention in either language. */
  names: readonly NamePair[];
}

type FactKind = 'ADDRESS' | 'LINK' | 'DATE' | 'PHONE' | 'NUMBER';

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const month = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
const two = (text: string | undefined): string => String(text).padStart(2, '0');
const monthNo = (name: string | undefined): string => two(String(months.indexOf(String(name).toLowerCase()) / 3 + 1));

/** In this order: what is part of an address is no number, what is part of a date neither. Dates are written as YYYY-MM-DD, YYYY-MM or MM-DD. */
const patterns: readonly FactPattern<FactKind>[] = [
  { kind: 'ADDRESS', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, alike: ([found]) => found.toLowerCase() },
  { kind: 'LINK', pattern: /(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&'*+,;=%]*[\w/]/gi },
  { kind: 'DATE', pattern: /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, alike: ([, y, m, d]) => `${y}-${two(m)}-${two(d)}` },
  { kind: 'DATE', pattern: /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g, alike: ([, y, m, d]) => `${y}-${two(m)}-${two(d)}` },
  { kind: 'DATE', pattern: /(\d{4})\s*年\s*(\d{1,2})\s*月/g, alike: ([, y, m]) => `${y}-${two(m)}` },
  { kind: 'DATE', pattern: /(\d{1,2})\s*月\s*(\d{1,2})\s*日/g, alike: ([, m, d]) => `${two(m)}-${two(d)}` },
  {
    kind: 'DATE',
    pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+${month},?\\s+(\\d{4})`, 'g'),
    alike: ([, d, m, y]) => `${y}-${monthNo(m)}-${two(d)}`,
  },
  {
    kind: 'DATE',
    pattern: new RegExp(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'g'),
    alike: ([, m, d, y]) => `${y}-${monthNo(m)}-${two(d)}`,
  },
  { kind: 'DATE', pattern: new RegExp(`${month}\\s+(\\d{4})`, 'g'), alike: ([, m, y]) => `${y}-${monthNo(m)}` },
  {
    kind: 'DATE',
    pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+${month}(?![a-z])`, 'g'),
    alike: ([, d, m]) => `${monthNo(m)}-${two(d)}`,
  },
  {
    kind: 'DATE',
    pattern: new RegExp(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, 'g'),
    alike: ([, m, d]) => `${monthNo(m)}-${two(d)}`,
  },
  {
    kind: 'PHONE',
    pattern: /\+\d[\d ()-]{6,}\d|(?<!\d)\d{3,4}-\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)/g,
    alike: ([found]) => found.replace(/[ ()-]/g, ''),
  },
  { kind: 'NUMBER', pattern: /(\d+(?:\.\d+)?)\s*万/g, alike: ([, n]) => String(Math.round(Number(n) * 10_000)) },
  { kind: 'NUMBER', pattern: /\d+(?:[.,]\d+)*/g, alike: ([found]) => found.replace(/,(?=\d{3}(?!\d))/g, '') },
];

const han = /\p{Script=Han}/u;
const markup = /<[A-Za-z!/][^>]*>?|&#?\w+;/;
const unfilled = /_{3,}|[{}]|(?<![A-Za-z])[Xx×]{2,}(?![A-Za-z])|\?{3,}|\b(?:TODO|TBD|FIXME)\b/;

type Sides = Record<MailLanguage, readonly ReadText[]>;

/**
 * What is to be put right in the words of a mail before they may be released, Chinese side first: an empty side, words that cannot be read, markup, gaps
 * left to fill, unknown values, and whatever one language states and the other does not: values, dates, numbers, telephone numbers, addresses, links and
 * names. Numbers are compared as digits; one that a language writes out in words is not seen. Words that agree give nothing.
 */
export function textFindings(sides: Sides, { allowed, names }: TextRules): TextFinding[] {
  const [zh, en] = [sides['zh-CN'], sides.en];
  const found = [
    ...zh.flatMap((text) => inText(text, 'zh-CN', allowed)),
    ...en.flatMap((text) => inText(text, 'en', allowed)),
    ...onOneSide(zh, en, 'zh-CN'),
    ...onOneSide(en, zh, 'en'),
    ...namesOnOneSide(sides, names),
    ...foreign(sides, names),
  ];
  if (zh.length !== en.length) {
    const language = zh.length < en.length ? 'zh-CN' : 'en';
    found.push({ code: 'TEXT_PARAGRAPHS_DIFFER', language, slot: null, value: `${zh.length - 1} : ${en.length - 1}` });
  }
  return found;
}

function inText({ slot, plain, values, unreadable }: ReadText, language: MailLanguage, allowed: readonly string[]): TextFinding[] {
  if (unreadable !== undefined) return [{ code: 'TEXT_UNREADABLE', language, slot, value: unreadable }];
  if (plain.trim() === '' && values.length === 0) return [{ code: 'TEXT_EMPTY', language, slot, value: '' }];
  const finding = (code: TextFindingCode, value: string): TextFinding => ({ code, language, slot, value });
  return [
    ...(markup.exec(plain) ?? []).map((value) => finding('TEXT_MARKUP', value)),
    ...(unfilled.exec(plain.replace(markup, ' ')) ?? []).map((value) => finding('TEXT_UNFILLED', value)),
    ...values.filter((name) => !allowed.includes(name)).map((name) => finding('TEXT_UNKNOWN_VALUE', name)),
  ];
}

/** What this side states or puts in and the other does not, where it stands first. */
function onOneSide(own: readonly ReadText[], other: readonly ReadText[], language: MailLanguage): TextFinding[] {
  const theirs = factsOf(other.map(({ plain }) => plain).join('\n'));
  const asked = new Set(other.flatMap(({ values }) => values));
  const seen = new Set<string>();
  const findings: TextFinding[] = [];
  for (const { slot, plain, values } of own) {
    const facts = notStatedIn(factsOf(plain), theirs).map(({ kind, value }) => ({ code: `TEXT_${kind}_ONE_SIDE` as const, value }));
    const lacking = values.filter((name) => !asked.has(name)).map((value) => ({ code: 'TEXT_VALUE_ONE_SIDE' as const, value }));
    for (const one of [...facts, ...lacking].filter(({ code, value }) => !seen.has(code + value))) {
      seen.add(one.code + one.value);
      findings.push({ ...one, language, slot });
    }
  }
  return findings;
}

function factsOf(text: string): StatedFact<FactKind>[] {
  return statedFacts(text.normalize('NFKC'), patterns);
}

/** Whether a text says a name, not as a part of a longer Latin word. */
function says(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z])${escaped}(?![A-Za-z])`, 'u').test(text);
}

function namesOnOneSide(sides: Sides, names: readonly NamePair[]): TextFinding[] {
  const mentions = (texts: readonly ReadText[], { zh, en }: NamePair): ReadText | undefined =>
    texts.find(({ plain }) => says(plain, zh) || says(plain, en));
  return names.flatMap((pair): TextFinding[] => {
    const [inZh, inEn] = [mentions(sides['zh-CN'], pair), mentions(sides.en, pair)];
    const only = (language: MailLanguage, text: ReadText | undefined, other: ReadText | undefined, value: string): TextFinding[] =>
      text !== undefined && other === undefined ? [{ code: 'TEXT_NAME_ONE_SIDE', language, slot: text.slot, value }] : [];
    return [...only('zh-CN', inZh, inEn, pair.zh), ...only('en', inEn, inZh, pair.en)];
  });
}

/** Chinese characters in the English words, but for names; and Chinese words without any Chinese. */
function foreign(sides: Sides, names: readonly NamePair[]): TextFinding[] {
  const own = (plain: string): string => names.reduce((text, { zh }) => text.replaceAll(zh, ' '), plain);
  const inEnglish = sides.en.flatMap(({ slot, plain }): TextFinding[] =>
    (/\p{Script=Han}+/u.exec(own(plain)) ?? []).map((value) => ({ code: 'TEXT_CHINESE_IN_ENGLISH', language: 'en', slot, value })),
  );
  const notChinese = sides['zh-CN']
    .filter(({ plain }) => /[A-Za-z]{3}/.test(plain) && !han.test(plain))
    .map(({ slot, plain }): TextFinding => ({ code: 'TEXT_NOT_CHINESE', language: 'zh-CN', slot, value: plain.trim().slice(0, 40) }));
  return [...inEnglish, ...notChinese];
}
