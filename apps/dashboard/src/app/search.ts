type Raw = Record<string, unknown>;

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

/** Filters, order and page of the list of projects; all of it is in the address, so that a link shows the same rows. */
export interface ProjectListSearch {
  q?: string;
  stage?: string;
  country?: string;
  call?: string;
  officer?: string;
  overdue?: string;
  held?: string;
  sort?: string;
  cursor?: string;
}

/** Reads the list's filters from the address. */
export function projectListSearch(raw: Raw): ProjectListSearch {
  const names = ['q', 'stage', 'country', 'call', 'officer', 'overdue', 'held', 'sort', 'cursor'] as const;
  return without(Object.fromEntries(names.map((name) => [name, text(raw, name)])) as Record<(typeof names)[number], string | undefined>);
}

/** Parts of the project page. */
export const projectViews = ['overview', 'timeline', 'people', 'documents', 'mails'] as const;

/** Which part of the project page is open. */
export interface ProjectSearch {
  view?: (typeof projectViews)[number];
}

/** Reads the open part from the address. */
export function projectSearch(raw: Raw): ProjectSearch {
  const view = projectViews.find((one) => one === raw['view']);
  return view === undefined ? {} : { view };
}

/** What a link to a command already names: a milestone, a year, an expert, a check item, a proposal. */
export interface CommandSearch {
  about?: string;
}

/** Reads what a project's command is about. */
export function projectCommandSearch(raw: Raw): CommandSearch {
  const about = text(raw, 'about');
  return about === undefined ? {} : { about };
}

/** Reads what a call's command is about. */
export function callCommandSearch(raw: Raw): CommandSearch {
  return projectCommandSearch(raw);
}
