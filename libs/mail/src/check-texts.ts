import {
  mailLanguages,
  textFindings,
  type MailLanguage,
  type MailTextPair,
  type NamePair,
  type NotificationKind,
  type TextFinding,
} from '@app/domain';
import { mailWords } from '@app/platform';
import type { MailMatter, MailNames, MailReader, MailSettings } from './mail-data';
import { liquidValues } from './mail-values';
import { readTexts } from './read-texts';
import { renderMail, type RenderedMail } from './render-mail';
import { sampleMatter, sampleNames, sampleReaders } from './sample-mail';
import { templates } from './templates';

/** Values that ask for a row of the policy's ladder; only mails of such rows have them. */
const ofLadder = ['ladderAct', 'ladderAsk'];
const internal = ['object', 'ladder'];

/** A value that the words of a mail may put in, with an example of what then stands there. */
export interface TextValue {
  name: string;
  /** What an `if` may ask for; it has no words of its own to put in. */
  onlyAsked: boolean;
  example: Record<MailLanguage, string>;
}

/** Values that the words of this kind may name, in the order of the alphabet. */
export function textValuesOf(kind: NotificationKind): TextValue[] {
  const matter = sampleMatter(kind);
  const told = (language: MailLanguage): Record<string, unknown> =>
    liquidValues(matter, { language, reader: sampleReaders[language], names: sampleNames });
  const [zh, en] = [told('zh-CN'), told('en')];
  const isLadder = 'ladder' in matter.intent.values;
  const given = Object.keys(zh).filter((name) => zh[name] !== '' && !internal.includes(name) && (isLadder || !ofLadder.includes(name)));
  const asked = Object.values(readTexts(builtInTexts(kind))).flatMap((side) => side.flatMap(({ values }) => values));
  return [...new Set([...given, ...asked])].sort().map((name) => {
    const onlyAsked = typeof zh[name] !== 'string' && typeof zh[name] !== 'number';
    return { name, onlyAsked, example: { 'zh-CN': onlyAsked ? '' : String(zh[name]), en: onlyAsked ? '' : String(en[name]) } };
  });
}

/** A mail that words are tried on: real, or the sample. */
export interface TriedMail {
  matter: MailMatter;
  reader: MailReader;
  names: MailNames;
}

/** A row of the outbox with what was read to write it. */
interface StoredMail extends Omit<TriedMail, 'matter'> {
  mail: Omit<MailMatter, 'insteadOf' | 'title' | 'actionUrl' | 'rehearsal'> & { insteadOf: string | null; roomId: string | null };
  title: MailMatter['title'];
}

/** A stored mail as words are tried on it; its link has no secret part. */
export function triedMail({ mail, title, reader, names }: StoredMail, publicUrl: string): TriedMail {
  const { key, entity, intent, role, copy, insteadOf, datedAt, roomId } = mail;
  const shown = { title, actionUrl: `${publicUrl}/a/…`, rehearsal: roomId !== null };
  return { matter: { key, entity, intent, role, copy, insteadOf: insteadOf !== null, datedAt, ...shown }, reader, names };
}

/** The sample of a kind, for a reader of each language. Nothing of it is real. */
export function sampleMail(kind: NotificationKind): TriedMail {
  return { matter: sampleMatter(kind), reader: sampleReaders.en, names: sampleNames };
}

/** A mail with these words in one language, by the renderer that writes what leaves. Throws what it would throw when it leaves. */
export function renderWith(
  texts: MailTextPair,
  { matter, reader, names }: TriedMail,
  language: MailLanguage,
  settings: MailSettings,
): RenderedMail {
  const matters: [MailMatter] = [{ ...matter, words: { version: 0, texts } }];
  return renderMail({ key: matter.key, class: 'notice', reader: { ...reader, language }, matters, names }, settings);
}

/** What words are checked against beside themselves. */
export interface CheckAgainst {
  /** Names that the words mention. */
  names: readonly NamePair[];
  /** Real mails of this kind on which they are tried. */
  real: readonly TriedMail[];
}

const trySettings: MailSettings = { domain: 'example.org', subjectTag: '' };

/**
 * Everything to be put right before these words may be released: what the two languages state differently, and mails that could not be written with
 * them, tried on the sample and on real mails.
 */
export function checkTexts(kind: NotificationKind, texts: MailTextPair, { names, real }: CheckAgainst): TextFinding[] {
  const allowed = textValuesOf(kind).map(({ name }) => name);
  const countries = Object.entries(mailWords.en.countries).map(([code, en]) => ({ zh: mailWords['zh-CN'].countries[code] ?? en, en }));
  const findings = textFindings(readTexts(texts), { allowed, names: [...names, ...countries] });
  if (findings.length > 0) return findings;
  return [sampleMail(kind), ...real].flatMap((tried) => unwritable(texts, tried)).slice(0, 1);
}

function unwritable(texts: MailTextPair, tried: TriedMail): TextFinding[] {
  return mailLanguages.flatMap((language): TextFinding[] => {
    try {
      renderWith(texts, tried, language, trySettings);
      return [];
    } catch (error) {
      const value = `${String(tried.matter.intent.values['ref'])}: ${error instanceof Error ? error.message.slice(0, 120) : 'unknown'}`;
      return [{ code: 'TEXT_UNWRITABLE', language, slot: null, value }];
    }
  });
}

/** The words of the release for a kind: version 0. */
export function builtInTexts(kind: NotificationKind): MailTextPair {
  return templates[kind].texts;
}
