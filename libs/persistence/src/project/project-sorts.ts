/** What the list can be sorted by. */
const sortFields = ['updated', 'deadline', 'since', 'reference', 'title', 'country', 'call', 'stage', 'officer', 'lead', 'host'] as const;

type SortField = (typeof sortFields)[number];

/** An order of the list; a leading minus turns it round. */
export type ProjectSort = SortField | `-${SortField}`;

/** Orders in which projects can be listed. */
export const projectSorts = sortFields.flatMap((field) => [`-${field}` as const, field]) as [ProjectSort, ...ProjectSort[]];

/** An order as SQL over `project_summary s` and, for names, `project_search x`. */
interface Sort {
  /** What is compared. Sealed names are sorted as if they were not there: order must not tell what may not be read. */
  expression: (content: () => string) => string;
  type: 'timestamptz' | 'text';
  descending: boolean;
}

const names: ReadonlySet<string> = new Set(['title', 'lead', 'host', 'officer']);
const instants: Partial<Record<SortField, string>> = {
  updated: 's.updated_at',
  since: 's.since',
  // Nothing due comes last.
  deadline: `coalesce(s.deadline_ends_at, '9999-12-31 00:00:00+00'::timestamptz)`,
};
const stageOrder = `array['application', 'review', 'approval', 'mou', 'construction', 'annual-report', 'closed']`;
const texts: Partial<Record<SortField, string>> = {
  reference: `coalesce(s.reference, '~') COLLATE "C"`,
  country: `coalesce(s.host_country, '~') COLLATE "C"`,
  call: `s.call_code COLLATE "C"`,
  stage: `(coalesce(array_position(${stageOrder}, s.stage), 9)::text || s.sub_state) COLLATE "C"`,
};

/** The order as SQL, names in a language. */
export function sortOf(sort: ProjectSort, language: 'zh' | 'en'): Sort {
  const field = sort.replace('-', '') as SortField;
  const descending = sort.startsWith('-');
  const instant = instants[field];
  if (instant !== undefined) return { expression: () => instant, type: 'timestamptz', descending };
  const text = texts[field];
  if (text !== undefined) return { expression: () => text, type: 'text', descending };
  const key = `coalesce(x.keys->>'${field}-${language}', '~')`;
  const open = (content: () => string): string => (field === 'officer' ? key : `CASE WHEN ${content()} THEN ${key} ELSE '~' END`);
  return { expression: (content) => `(${open(content)}) COLLATE "C"`, type: 'text', descending };
}

/** Whether an order compares instants; others compare texts. */
export function isInstantSort(sort: ProjectSort): boolean {
  return sort.replace('-', '') in instants;
}

/** Whether an order needs the search row, where names are kept as they are sorted. */
export function isNameSort(sort: ProjectSort): boolean {
  return names.has(sort.replace('-', ''));
}
