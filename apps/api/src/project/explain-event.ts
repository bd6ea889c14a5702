import { eventSentence, mailWords, type SentenceValues, type SpokenLanguage } from '@app/platform';
import type { Names } from '../http/names';
import type { FactChange } from './state-facts';

/** An event of the past as a page tells it. */
export interface ToldEvent {
  type: string;
  sentence: string;
}

/** Tells what an event means, with names instead of ids. */
export function explainEvent(event: { type: string }, names: Names, language: SpokenLanguage): ToldEvent {
  const parts = [
    event,
    ...['deadline', 'proposal', 'item', 'round', 'sheet', 'submission'].map((part) => (event as Record<string, unknown>)[part]),
  ];
  const values: SentenceValues = {};
  for (const part of parts.reverse()) Object.assign(values, scalarsOf(part, names, language));
  return { type: event.type, sentence: eventSentence(event.type, language, values) };
}

function scalarsOf(part: unknown, names: Names, language: SpokenLanguage): SentenceValues {
  if (typeof part !== 'object' || part === null) return {};
  const scalars = Object.entries(part).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(
    scalars.map(([name, value]) => [name, typeof value === 'string' ? nameOf(worded(name, value, language), names, language) : value]),
  );
}

/** Words for codes that the mails have words for: rows of the ladder, what the clock does, reasons and kinds. */
function worded(name: string, value: string, language: SpokenLanguage): string {
  const { ladders, consequences, codes } = mailWords[language];
  if (name === 'ladder' || name === 'rule') return ladders[value]?.act ?? codes[value] ?? value;
  return (name === 'code' ? consequences[value] : undefined) ?? codes[value] ?? value;
}

/** The name behind an id in the reader's language; anything else stands for itself. */
export function nameOf(value: string, { people, organizations }: Names, language: SpokenLanguage): string {
  const person = people[value];
  if (person !== undefined) return language === 'zh-CN' || person.fullName === person.latinName ? person.fullName : person.latinName;
  const organization = organizations[value];
  if (organization === undefined) return value;
  return language === 'zh-CN' ? organization.nameZh : organization.nameEn;
}

/** A changed value with names instead of ids. */
export function changeWithNames(change: FactChange, names: Names, language: SpokenLanguage): FactChange {
  const said = (value: string | null): string | null => (value === null ? null : nameOf(value, names, language));
  const text = (value: string | null): string | null => (value === null ? null : (names.texts[value] ?? null));
  const { about, from, to, kind } = change;
  const named = { ...change, about: said(about) };
  if (kind === 'words') return { ...named, from: text(from), to: text(to) };
  return kind === 'name' ? { ...named, from: said(from), to: said(to) } : named;
}
