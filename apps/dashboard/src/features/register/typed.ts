import type { Changes, Entry, Field, Value } from './api/register';

/** What stands in the fields of the form: addresses one a line, nothing as an empty text. */
export type Typed = Partial<Record<Field, string>>;

/** An entry's values as the form shows them. */
export function typedOf(values: Entry['values']): Typed {
  return Object.fromEntries(values.map(({ field, value }) => [field, asText(value)]));
}

function asText(value: Value): string {
  return Array.isArray(value) ? value.join('\n') : (value ?? '');
}

/** What somebody wants otherwise by what he typed; fields left as they are are not in it. */
export function changesOf(values: Entry['values'], typed: Typed): Changes {
  const changed = values.filter(({ field, value }) => (typed[field] ?? '').trim() !== asText(value).trim());
  return Object.fromEntries(changed.map(({ field }) => [field, asValue(field, (typed[field] ?? '').trim())]));
}

function asValue(field: Field, text: string): Value {
  if (field === 'emails') return text.split(/\s*\n\s*/).filter((line) => line !== '');
  // A name that everybody needs stays an empty text, which the server refuses at its field; what may be missing is taken away.
  return text === '' && !needed.includes(field) ? null : text;
}

/** Fields that no entry is without. */
const needed: readonly Field[] = ['nameZh', 'nameEn', 'fullName', 'latinName', 'addressAs', 'mailLanguage', 'zone'];

/** Sentences of the server at their fields: `changes.emails[0]` is at `emails`. */
export function errorsByField(errors: Record<string, string>): Partial<Record<Field | 'reason', string>> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, sentence]) => [path.replace(/^changes\./, '').replace(/[.[].*$/, ''), sentence]),
  );
}

/** An entry's two names, the reader's first: who does not read Chinese knows an organization by its English name; people by their own. */
export function namesFor({ subject, name, otherName }: Pick<Entry, 'subject' | 'name' | 'otherName'>, language: string): [string, string] {
  return subject === 'organization' && !language.startsWith('zh') ? [otherName, name] : [name, otherName];
}
