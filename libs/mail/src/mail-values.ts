import { daysBetween, formalZone, localDateOf } from '@app/domain';
import { mailWords, type SpokenLanguage } from '@app/platform';
import type { MailMatter, MailNames, MailReader } from './mail-data';
import { dateText, instantText } from './mail-dates';

/** A line of the table of facts. */
export interface Fact {
  label: string;
  value: string;
}

interface Speaking {
  language: SpokenLanguage;
  reader: Pick<MailReader, 'zone'>;
  names: MailNames;
}

type Value = MailMatter['intent']['values'][string];

/** Values that are told under another name, since they hold an id whose name or text is told. */
const renamed: Record<string, string> = {
  organizationId: 'organization',
  personId: 'person',
  successorId: 'successor',
  proposedBy: 'proposer',
  placeTextId: 'place',
  reasonTextId: 'reason',
  defectTextIds: 'defects',
};

/** Under which name a value stands in texts and labels. */
export function toldAs(key: string): string {
  return renamed[key] ?? key;
}

/** A value as a reader sees it: instants and dates with zone, ids as names, codes as words. Undefined when the text behind it was erased. */
export function valueText(key: string, value: Value, speaking: Speaking): string | undefined {
  if (Array.isArray(value)) {
    const parts = value.flatMap((one) => valueText(key.replace(/s$/, ''), one, speaking) ?? []);
    return parts.length === 0 ? undefined : parts.join(key === 'defectTextIds' ? '; ' : ', ');
  }
  if (typeof value === 'number') return String(value);
  if (key.endsWith('At')) return instantText(value, speaking.reader.zone, speaking.language);
  if (key.endsWith('On')) return dateText(value, speaking.language);
  return namedText(key, value, speaking);
}

const named: Record<string, (value: string, speaking: Speaking) => string | undefined> = {
  organizationId: (value, speaking) => nameOfOrganization(value, speaking),
  personId: (value, { names, language }) => nameOfPerson(names.people.get(value), language),
  successorId: (value, { names, language }) => nameOfPerson(names.people.get(value), language),
  proposedBy: (value, { names, language }) => nameOfPerson(names.people.get(value), language),
  placeTextId: (value, { names }) => names.texts.get(value),
  reasonTextId: (value, { names }) => names.texts.get(value),
  defectTextId: (value, { names }) => names.texts.get(value),
  level: (value, { language }) => mailWords[language].levels[value],
};

function namedText(key: string, value: string, speaking: Speaking): string | undefined {
  const byId = named[key];
  return byId === undefined ? (mailWords[speaking.language].codes[value] ?? value) : byId(value, speaking);
}

function nameOfOrganization(id: string, { names, language }: Speaking): string | undefined {
  return names.organizations.get(id)?.[language === 'zh-CN' ? 'zh' : 'en'];
}

function nameOfPerson(person: { full: string; latin: string } | undefined, language: SpokenLanguage): string | undefined {
  if (person === undefined) return undefined;
  return language === 'zh-CN' || person.latin === '' ? person.full : person.latin;
}

/** Who owes the deadline of a matter: person, else institution, else the role's word. */
export function ownerText({ intent }: MailMatter, speaking: Speaking): string | undefined {
  const { language, names } = speaking;
  const owner = intent.owner;
  if (owner === undefined) return undefined;
  const person = owner.personId === undefined ? undefined : nameOfPerson(names.people.get(owner.personId), language);
  const organization = owner.organizationId === undefined ? undefined : nameOfOrganization(owner.organizationId, speaking);
  return person ?? organization ?? (language === 'zh-CN' ? '责任人' : 'The person in charge');
}

/** Whole days a matter is late on the day of its mail; 0 or less when it is not. */
export function daysLate({ intent, datedAt }: MailMatter): number {
  return intent.dueOn === undefined ? 0 : daysBetween(intent.dueOn, localDateOf(datedAt, formalZone));
}

/** Everything a template's text may name, in one language. */
export function liquidValues(matter: MailMatter, speaking: Speaking): Record<string, string | number | boolean> {
  const { intent, title } = matter;
  const words = mailWords[speaking.language];
  const told = Object.entries(intent.values).flatMap(([key, value]) => {
    const text = valueText(key, value, speaking);
    return text === undefined ? [] : [[toldAs(key), text] as const];
  });
  const ladder = words.ladders[String(intent.values['ladder'])];
  const late = daysLate(matter);
  return {
    person: '',
    organization: '',
    successor: '',
    proposer: '',
    ...Object.fromEntries(told),
    title: speaking.language === 'zh-CN' ? title.zh : title.en,
    ladderAct: ladder?.act ?? '',
    ladderAsk: ladder?.ask ?? '',
    dueOn: intent.dueOn ?? '',
    owner: ownerText(matter, speaking) ?? '',
    late: late > 0,
    daysLate: late,
  };
}
