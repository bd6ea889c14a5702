import type { ProjectFilters, ProjectQuery } from '@app/persistence';
import { isInstantSort } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { cursorOf, listMark, positionOf } from '../http/cursor';
import type { projectListQuery } from './project-list.schemas';

type ListQuery = z.output<typeof projectListQuery>;
type Filters = Omit<ListQuery, 'sort' | 'limit' | 'cursor'>;

const usualLimit = 50;

/** Filters of a query as readers take them. */
export function filtersOf({ call, ...rest }: Filters): ProjectFilters {
  const filters = { ...rest, callId: call };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** What a page of the list is read by. Throws BAD_INPUT for a cursor of another list. */
export function listQueryOf({ sort, limit, cursor, ...filters }: ListQuery, language: SpokenLanguage): ProjectQuery {
  const at = cursor === undefined ? undefined : positionOf(cursor, sort, { of: markOf(filters, language), byInstant: isInstantSort(sort) });
  return {
    ...filtersOf(filters),
    sort,
    language: namesIn(language),
    limit: limit ?? usualLimit,
    ...(at === undefined ? {} : { after: { key: at.key, id: at.id }, backwards: at.back === true }),
  };
}

/** Cursors of the pages before and after these lines, of which one more than the limit was read. */
export function pageOf<T extends { id: string; sortKey: string }>(
  lines: T[],
  wanted: ProjectQuery,
  { sort: _sort, limit: _limit, cursor: _cursor, ...filters }: ListQuery,
  language: SpokenLanguage,
): { page: Omit<T, 'sortKey'>[]; next: string | null; previous: string | null } {
  const backwards = wanted.backwards === true;
  const more = lines.length > wanted.limit;
  const page = !more ? lines : backwards ? lines.slice(1) : lines.slice(0, -1);
  const of = markOf(filters, language);
  const cursorAt = (line: T | undefined, back: boolean): string | null =>
    line === undefined ? null : cursorOf({ sort: wanted.sort, key: line.sortKey, id: line.id, of, ...(back ? { back } : {}) });
  return {
    page: page.map(({ sortKey: _, ...line }) => line),
    next: more || backwards ? cursorAt(page.at(-1), false) : null,
    previous: (backwards && more) || (!backwards && wanted.after !== undefined) ? cursorAt(page[0], true) : null,
  };
}

/** Language by which names are sorted. */
export function namesIn(language: SpokenLanguage): 'zh' | 'en' {
  return language === 'zh-CN' ? 'zh' : 'en';
}

function markOf(filters: Filters, language: SpokenLanguage): string {
  return listMark('projects', { ...filters, language });
}
