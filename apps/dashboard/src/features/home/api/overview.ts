import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** What the home page shows. */
export type Overview = components['schemas']['Overview'];

/** A project that waits for somebody. */
export type WaitingLine = components['schemas']['WaitingLine'];

/** A project in lists. */
export type ProjectLine = components['schemas']['ProjectLine'];

/** The reader’s first projects, the next deadline first. */
export const ownProjectsQuery: Reading<components['schemas']['ProjectPage']> = {
  queryKey: ['projects', 'own'],
  queryFn: () => contentOf(api.GET('/api/projects', { params: { query: { limit: '10', sort: 'deadline' } as never } })),
};

/** The reader's home page; every figure counts only what he may see. */
export const overviewQuery: Reading<Overview> = {
  queryKey: ['overview'],
  queryFn: () => contentOf(api.GET('/api/overview')),
};
