/** Filters, order, page and looks of the list, as they stand in the address. */
export type ListSearch = Partial<Record<FilterName | 'sort' | 'cursor' | 'columns' | 'density', string>>;

/** Filters that the API knows, in the order in which they are named above the list. */
export const filterNames = [
  'q',
  'stage',
  'subState',
  'country',
  'call',
  'officer',
  'lead',
  'host',
  'organization',
  'field',
  'ownerRole',
  'outcome',
  'overdue',
  'dueWithin',
  'dueFrom',
  'dueTo',
  'held',
  'closed',
] as const;

/** A filter of the list. */
export type FilterName = (typeof filterNames)[number];

/** Columns that can be shown; the project itself always is. */
export const listColumns = [
  'stage',
  'country',
  'deadline',
  'officer',
  'since',
  'call',
  'lead',
  'host',
  'field',
  'updated',
  'outcome',
] as const;

/** A column that can be shown. */
export type ListColumn = (typeof listColumns)[number];

/** Columns shown unless somebody chooses others. */
export const usualColumns: readonly ListColumn[] = ['stage', 'country', 'deadline', 'officer', 'since'];

/** What a column is sorted by; some cannot be sorted. */
export const sortOfColumn: Partial<Record<ListColumn | 'project', string>> = {
  project: 'title',
  stage: 'stage',
  country: 'country',
  deadline: 'deadline',
  officer: 'officer',
  since: 'since',
  call: 'call',
  lead: 'lead',
  host: 'host',
  updated: 'updated',
};

/** The order of the list that needs no mention in the address. */
export const usualSort = '-updated';

/** The list with a filter set, or without it; it begins again at its first page. */
export function withFilter(search: ListSearch, name: keyof ListSearch, value: string | null | undefined): ListSearch {
  const { [name]: _old, cursor: _cursor, ...rest } = search;
  return value === null || value === undefined || value === '' ? rest : { ...rest, [name]: value };
}

/** The filters that are set, each with its value. */
export function activeFilters(search: ListSearch): { name: FilterName; value: string }[] {
  return filterNames.flatMap((name) => {
    const value = search[name];
    return value === undefined ? [] : [{ name, value }];
  });
}

/** What the API is asked with: the filters alone. */
export function filtersOf(search: ListSearch): Partial<Record<FilterName, string>> {
  return Object.fromEntries(activeFilters(search).map(({ name, value }) => [name, value]));
}

/** Columns of the list in their usual order; what is not known is left out. */
export function columnsOf(search: ListSearch): ListColumn[] {
  if (search.columns === undefined) return [...usualColumns];
  const wanted = new Set(search.columns.split(','));
  return listColumns.filter((column) => wanted.has(column));
}

/** The list with other columns; the usual ones need no mention. */
export function withColumns(search: ListSearch, columns: readonly string[]): ListSearch {
  const chosen = listColumns.filter((column) => columns.includes(column));
  const { columns: _old, ...rest } = search;
  const usual = chosen.length === usualColumns.length && chosen.every((column) => usualColumns.includes(column));
  return usual ? rest : { ...rest, columns: chosen.length === 0 ? 'none' : chosen.join(',') };
}

/** The order after a click on a column's head: up, down, up again. */
export function nextSort(current: string, field: string): string {
  return current === field ? `-${field}` : field;
}

/** How a column is sorted now, as assistive technology calls it. */
export function sortedHow(current: string, field: string): 'ascending' | 'descending' | 'none' {
  if (current === field) return 'ascending';
  return current === `-${field}` ? 'descending' : 'none';
}
