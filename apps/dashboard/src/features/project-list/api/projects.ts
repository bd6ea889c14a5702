import type { components, paths } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';
import { filtersOf, usualSort, type ListSearch } from '../list-state';

type Query = NonNullable<paths['/api/projects']['get']['parameters']['query']>;

/** One line of the list as the API gives it. */
export type ProjectLine = components['schemas']['ProjectLine'];

/** A page of the list. */
export type ProjectPage = components['schemas']['ProjectPage'];

/** Lines on a page. */
export const pageSize = 25;

/** One page of the projects the reader may see. */
export function projectsQuery(search: ListSearch): Reading<ProjectPage> {
  const { sort = usualSort, cursor } = search;
  const query = { ...filtersOf(search), sort, limit: String(pageSize), ...(cursor === undefined ? {} : { cursor }) };
  return {
    queryKey: ['projects', query],
    placeholderData: (before) => before,
    queryFn: () => contentOf(api.GET('/api/projects', { params: { query: query as unknown as Query } })),
  };
}
