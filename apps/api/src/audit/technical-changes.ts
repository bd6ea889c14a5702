import { fillIn, interventionWords, periodWords, policyKeyName, type SpokenLanguage } from '@app/platform';

/** One value of a technical act before and after, in words. */
export interface TechnicalChange {
  part: string;
  /** Null for what has no words. */
  name: string | null;
  from: string | null;
  to: string | null;
}

type Kept = Record<string, unknown>;

/** What names runs, mails and texts: one click away, in the act's own before and after. */
const marks: ReadonlySet<string> = new Set(['runId', 'mailId', 'key', 'mark', 'textMark']);

/** What differs between before and after of a technical act, in words; before it has ended, what stands before. */
export function technicalChanges(before: Kept, after: Kept | null, language: SpokenLanguage): TechnicalChange[] {
  const words = interventionWords[language].parts;
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after ?? {})])].filter((part) => !marks.has(part));
  return parts.flatMap((part) => {
    const [from, to] = [before, after ?? {}].map((kept) => said(part, kept[part], language));
    if (from === undefined || to === undefined || (after !== null && from === to)) return [];
    return [{ part, name: (Object.hasOwn(words, part) ? words[part] : policyKeyName(part, language)) ?? null, from, to }];
  });
}

const anInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A value in words; nothing where there is none. Readers are told by their number. */
function said(part: string, value: unknown, language: SpokenLanguage): string | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) return one(value, language);
  if (part === 'readers') return String(value.length);
  return value.length === 0
    ? interventionWords[language].none
    : value.map((each) => one(each, language)).join(language === 'en' ? ', ' : '、');
}

/** One value: codes by the catalogue, instants in Beijing time, periods of the policy with their unit, what has parts as it is kept. */
function one(value: unknown, language: SpokenLanguage): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (anInstant.test(text)) return fillIn('{at}', { at: text }, language);
  return new Map(Object.entries(interventionWords[language].values)).get(text) ?? periodWords(text, language) ?? text;
}
