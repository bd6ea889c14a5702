import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

const mostFound = 8;

/** Projects that fit what was typed, a handful. */
export function foundProjectsQuery(q: string): Reading<components['schemas']['ProjectLine'][]> {
  return {
    queryKey: ['projects', 'palette', q],
    placeholderData: (before) => before,
    queryFn: async () => (await contentOf(api.GET('/api/projects', { params: { query: { q, limit: String(mostFound) as never } } }))).items,
  };
}

/** All calls; they are few. */
export const callsQuery: Reading<components['schemas']['Calls']> = {
  queryKey: ['calls'],
  staleTime: 60_000,
  queryFn: () => contentOf(api.GET('/api/calls')),
};

/** The open project with what its reader may do. */
export function openProjectQuery(projectId: string): Reading<components['schemas']['ProjectDetail']> {
  return {
    queryKey: ['project', projectId, 'detail'],
    queryFn: () => contentOf(api.GET('/api/projects/{id}', { params: { path: { id: projectId } } })),
  };
}
