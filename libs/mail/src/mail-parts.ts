import type { NotificationClass } from '@app/domain';
import { languageOf, mailWords, type SpokenLanguage } from '@app/platform';
import { arithmeticText, basisText, consequenceText } from './explain-date';
import { fillText } from './liquid-text';
import type { MailMatter, MailNames, MailReader } from './mail-data';
import { instantText } from './mail-dates';
import { daysLate, liquidValues, ownerText, toldAs, valueText, type Fact } from './mail-values';
import { phrase } from './phrases';
import type { TemplateDefinition } from './templates/template';
import { templates } from './templates';

/** One matter in one language, ready for both bodies of a mail. */
export interface MailPart {
  lang: SpokenLanguage;
  /** What it is about; the subject says the same. */
  heading: string;
  /** Said once at the top: that the reader's own language is not there yet. */
  fallback: string;
  greeting: string;
  paragraphs: string[];
  facts: Fact[];
  action: { label: string; url: string };
  notes: string[];
  linkText: string;
}

/** The language of mail a reader understands best: his own if we speak it, else English. */
export function spokenTo(reader: Pick<MailReader, 'language'>): SpokenLanguage {
  return languageOf(undefined, reader.language);
}

/** Languages of a mail, in order: a letter has both, Chinese first for readers in China (default); all others the reader's. */
export function languagesOf(kind: NotificationClass, reader: Pick<MailReader, 'language' | 'country'>): SpokenLanguage[] {
  if (kind !== 'letter') return [spokenTo(reader)];
  return reader.country === 'CN' ? ['zh-CN', 'en'] : ['en', 'zh-CN'];
}

const chinese = /\p{Script=Han}/u;

/**
 * How a reader is addressed: in Chinese by full name and position (without a remark in brackets), else by the name they chose; who chose a Chinese one
 * is addressed by the Latin name (default).
 */
export function greetingOf(reader: MailReader, language: SpokenLanguage): string {
  const name =
    language === 'zh-CN'
      ? `${reader.fullName}${(reader.positionZh ?? '').replace(/\s*[(（].*$/u, '')}`
      : [reader.honorific, chinese.test(reader.addressAs) ? reader.latinName : reader.addressAs].filter((word) => word).join(' ');
  return phrase('greeting', language, { name });
}

/** A matter in one language. Throws when a text names a value that the matter lacks. */
export function partOf(matter: MailMatter, reader: MailReader, names: MailNames, language: SpokenLanguage): MailPart {
  const speaking = { language, reader, names };
  const words = mailWords[language];
  const values = liquidValues(matter, speaking);
  return {
    lang: language,
    heading: fillText(textsOf(matter, language).act, values),
    fallback: spokenLanguageMissing(reader) && language === 'en' ? phrase('fallback', 'en', { language: reader.language }) : '',
    greeting: greetingOf(reader, language),
    paragraphs: textsOf(matter, language).body.map((paragraph) => fillText(paragraph, values)),
    facts: factsOf(matter, speaking),
    action: {
      label: words.commands[matter.intent.action ?? viewOf(matter)] ?? words.commands[viewOf(matter)] ?? '',
      url: matter.actionUrl,
    },
    notes: notesOf(matter, language),
    linkText: phrase('linkText', language),
  };
}

/** What the button of a mail says that asks for no command: it leads to the page of what the mail is about. */
function viewOf({ entity }: MailMatter): 'view' | 'viewCall' {
  return entity.kind === 'call' ? 'viewCall' : 'view';
}

function spokenLanguageMissing(reader: MailReader): boolean {
  return !/^(zh|en)(-|$)/i.test(reader.language);
}

function definitionOf(matter: MailMatter): TemplateDefinition {
  return templates[matter.intent.kind];
}

function textsOf(matter: MailMatter, language: SpokenLanguage): TemplateDefinition['texts']['en'] {
  return (matter.words ?? definitionOf(matter)).texts[language];
}

function factsOf(matter: MailMatter, speaking: { language: SpokenLanguage; reader: MailReader; names: MailNames }): Fact[] {
  const { intent, title } = matter;
  const { labels } = mailWords[speaking.language];
  const lines: [string, string | undefined][] = [
    ['reference', String(intent.values['ref'])],
    ['title', speaking.language === 'zh-CN' ? title.zh : title.en],
    ...definitionOf(matter).facts.map((key): [string, string | undefined] => {
      const value = intent.values[key];
      return [toldAs(key), value === undefined ? undefined : valueText(key, value, speaking)];
    }),
    ...entryFacts(matter),
    ...deadlineFacts(matter, speaking),
  ];
  return lines.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ label: labels[name] ?? name, value }]));
}

/** A receipt, which tells the fingerprint of what was received, names the entry of the ledger too: with its hash anybody can check a proof later. */
function entryFacts(matter: MailMatter): [string, string | undefined][] {
  const { entry } = matter;
  if (entry == null || !definitionOf(matter).facts.includes('hash')) return [];
  return [['ledgerEntry', `${entry.rev} · ${entry.hash}`]];
}

/** What every mail about a date says: what, by when in both zones, who owes it, what follows, how it was counted and by which rule. */
function deadlineFacts(
  matter: MailMatter,
  speaking: { language: SpokenLanguage; reader: MailReader; names: MailNames },
): [string, string | undefined][] {
  const { intent } = matter;
  const { language, reader } = speaking;
  if (intent.endsAt === undefined) return [];
  const late = daysLate(matter);
  const object = intent.values['object'];
  return [
    ['object', object === undefined || object === '-' ? undefined : objectText(String(object), speaking.names, language)],
    ['due', instantText(intent.endsAt, reader.zone, language)],
    ['daysLate', late > 0 ? String(late) : undefined],
    ['owner', ownerText(matter, speaking)],
    ...(intent.legal === undefined
      ? []
      : ([
          ['consequence', consequenceText(intent.legal, reader.zone, language)],
          ['arithmetic', arithmeticText(intent.legal.because, language)],
          ['basis', basisText(intent.legal, language)],
        ] satisfies [string, string | undefined][])),
  ];
}

/** The object of a ladder row: a party or person by name, else its code (`2026`, `M3`, `round-1`). */
function objectText(object: string, names: MailNames, language: SpokenLanguage): string | undefined {
  const organization = names.organizations.get(object);
  if (organization !== undefined) return language === 'zh-CN' ? organization.zh : organization.en;
  const person = names.people.get(object);
  if (person !== undefined) return language === 'zh-CN' ? person.full : person.latin;
  return /^[0-9a-f-]{36}$/.test(object) ? undefined : object;
}

/** Why one got the mail, and what kind of mail it is. */
function notesOf(matter: MailMatter, language: SpokenLanguage): string[] {
  const roles = mailWords[language].roles;
  const notes = [phrase('because', language, { why: roles[matter.role] ?? matter.role })];
  if (matter.copy) notes.push(roles['copy'] ?? '');
  if (matter.insteadOf) notes.push(roles['insteadOf'] ?? '');
  if (matter.intent.class === 'letter') notes.push(phrase('letterDeemed', language));
  if (matter.rehearsal) notes.push(phrase('rehearsal', language));
  return notes;
}
