import type { components, paths } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

type Query = NonNullable<paths['/api/projects']['get']['parameters']['query']>;

/** Filters, order and page of the list, as they stand in the address. */
export type ListSearch = Partial<Record<'q' | 'stage' | 'country' | 'call' | 'officer' | 'overdue' | 'held' | 'sort' | 'cursor', string>>;

/** One page of the projects the reader may see. */
export function projectsQuery(search: ListSearch): Reading<components['schemas']['ProjectPage']> {
  return {
    queryKey: ['projects', search],
    placeholderData: (before) => before,
    queryFn: () => contentOf(api.GET('/api/projects', { params: { query: { limit: '25', ...search } as unknown as Query } })),
  };
}
