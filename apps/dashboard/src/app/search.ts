import { callViews, type CallView } from '../features/call/call-views';
import { languages, type Language } from '../lib/language';

type Raw = Record<string, unknown>;

/** Values of an address, each a text as it stands there: `overdue=true` is what somebody types, sends in a mail and reads. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Values as they stand in an address, without quotes; what is undefined is left out. */
export function stringifySearch(values: Raw): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const written = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return written === '' ? '' : `?${written}`;
}

/** A short text from the address; anything else is as if it were not there. */
function text(raw: Raw, name: string): string | undefined {
  const value = raw[name];
  return (typeof value === 'string' || typeof value === 'number') && value !== '' ? String(value).slice(0, 2_000) : undefined;
}

function without<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, one]) => one !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Where to go after signing in. */
export interface SignInSearch {
  next?: string;
}

/** Only addresses of this dashboard are followed after signing in. */
export function signInSearch(raw: Raw): SignInSearch {
  const next = text(raw, 'next');
  return next !== undefined && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const listFilters = [
  ...(['q', 'stage', 'subState', 'country', 'call', 'officer', 'lead', 'host', 'organization', 'field', 'ownerRole', 'outcome'] as const),
  ...(['overdue', 'dueWithin', 'dueFrom', 'dueTo', 'held', 'closed'] as const),
] as const;
const listParts = [...listFilters, 'sort', 'cursor', 'columns', 'density'] as const;

/** Filters, order, page and looks of the list of projects; all of it is in the address, so that a link shows the same rows. */
export type ProjectListSearch = Partial<Record<(typeof listParts)[number], string>>;

/** Reads the list's state from the address. */
export function projectListSearch(raw: Raw): ProjectListSearch {
  return without(
    Object.fromEntries(listParts.map((name) => [name, text(raw, name)])) as Record<(typeof listParts)[number], string | undefined>,
  );
}

/** Lanes, filters and columns of the board; all of it is in the address. */
export interface BoardSearch {
  lanes?: string;
  q?: string;
  country?: string;
  call?: string;
  officer?: string;
  overdue?: string;
  held?: string;
  dueFrom?: string;
  dueTo?: string;
  /** Collapsed columns, separated by commas; `-` for none. */
  shut?: string;
  /** The one column a phone shows. */
  column?: string;
}

/** Reads the board's state from the address. */
export function boardSearch(raw: Raw): BoardSearch {
  const names = ['lanes', 'q', 'country', 'call', 'officer', 'overdue', 'held', 'dueFrom', 'dueTo', 'shut', 'column'] as const;
  return without(Object.fromEntries(names.map((name) => [name, text(raw, name)])) as Record<(typeof names)[number], string | undefined>);
}

/** Parts of the project page. */
export const projectViews = [
  'overview',
  'timeline',
  'forecast',
  'people',
  'documents',
  'review',
  'agreement',
  'mails',
  'history',
  'comments',
] as const;

/** A part of the project page. */
export type ProjectView = (typeof projectViews)[number];

/** Which part of the project page is open, and which kinds of lines its timeline shows. */
export interface ProjectSearch {
  view?: ProjectView;
  kinds?: string;
}

/** Reads the open part from the address. */
export function projectSearch(raw: Raw): ProjectSearch {
  return without({ view: projectViews.find((one) => one === raw['view']), kinds: text(raw, 'kinds') });
}

/** Sheets of a project that are printed, and the year of a report. */
export interface PrintSearch {
  sheet?: 'project' | 'review' | 'mou' | 'report' | 'amendment';
  year?: string;
  /** Number of the amendment. */
  change?: string;
}

/** Reads which sheet is to be printed from the address. */
export function printSearch(raw: Raw): PrintSearch {
  const sheet = (['project', 'review', 'mou', 'report', 'amendment'] as const).find((one) => one === raw['sheet']);
  return without({ sheet, year: text(raw, 'year'), change: text(raw, 'change') });
}

/** What a link to a command already names: a milestone, a year, an expert, a check item, a proposal; and the revision that whoever follows it has seen. */
export interface CommandSearch {
  about?: string;
  rev?: number;
  /** Id of the command that was sent from here: its confirmation is shown. */
  done?: string;
}

/** Reads what a project's command is about. */
export function projectCommandSearch(raw: Raw): CommandSearch {
  const rev = text(raw, 'rev');
  const done = text(raw, 'done');
  return without({
    about: text(raw, 'about'),
    done: done !== undefined && /^[0-9a-f-]{36}$/.test(done) ? done : undefined,
    rev: rev !== undefined && /^\d{1,9}$/.test(rev) ? Number(rev) : undefined,
  });
}

/** Reads what a call's command is about. */
export function callCommandSearch(raw: Raw): CommandSearch {
  return projectCommandSearch(raw);
}

/** Which part of the call page is open. */
export interface CallSearch {
  view?: CallView;
}

/** Reads the open part of a call page from the address. */
export function callSearch(raw: Raw): CallSearch {
  const view = callViews.find((one) => one === raw['view']);
  return view === undefined ? {} : { view };
}

/** Language and, on the register, filters and place of a public page. */
export interface PublicSearch {
  lang?: string;
  q?: string;
  year?: string;
  country?: string;
  status?: string;
  after?: string;
}

/** Reads a public page's language and filters from the address. */
export function publicSearch(raw: Raw): PublicSearch {
  const names = ['lang', 'q', 'year', 'country', 'status', 'after'] as const;
  return without(Object.fromEntries(names.map((name) => [name, text(raw, name)])) as Record<(typeof names)[number], string | undefined>);
}

/** The dashboard's language for what an address calls it: `zh`, `zh-CN`, `en`, `en-GB`; nothing for another one. */
export function publicLanguage(lang: string): Language | undefined {
  return languages.find((one) => one.split('-')[0] === lang.toLowerCase().split('-')[0]);
}
