import type { components, paths } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

type Query = NonNullable<paths['/api/interventions']['get']['parameters']['query']>;

/** One intervention. */
export type Intervention = components['schemas']['InterventionLine'];

/** Filters that are chosen on the page. */
export const chosenFilters = ['kind', 'door', 'from', 'to', 'undone'] as const;

/** Filters that a link brings along. */
export const linkedFilters = ['project', 'person', 'run'] as const;

/** Filters and page of the list, as they stand in the address. */
export type InterventionSearch = Partial<Record<(typeof chosenFilters)[number] | (typeof linkedFilters)[number] | 'cursor', string>>;

/** One page of the interventions the reader may see, the newest first. */
export function interventionsQuery(search: InterventionSearch): Reading<components['schemas']['InterventionPage']> {
  return {
    queryKey: ['interventions', search],
    placeholderData: (before) => before,
    queryFn: () => contentOf(api.GET('/api/interventions', { params: { query: { limit: '25', ...search } as unknown as Query } })),
  };
}

/** The kinds of interventions with their names. */
export const interventionKindsQuery: Reading<components['schemas']['InterventionKinds']> = {
  queryKey: ['interventions', 'kinds'],
  staleTime: Infinity,
  queryFn: () => contentOf(api.GET('/api/interventions/kinds')),
};
