import type { components } from '../generated/openapi-types';
import { api, contentOf } from './api-client';
import type { Reading } from './reading';

/** What will happen if nobody acts, to whom it is told, and what may be done about it. */
export type Forecast = components['schemas']['Forecast'];

/** What will happen if nobody acts, with what follows from it. */
export function forecastQuery(projectId: string): Reading<Forecast> {
  return {
    queryKey: ['project', projectId, 'forecast'],
    queryFn: () => contentOf(api.GET('/api/projects/{id}/forecast', { params: { path: { id: projectId } } })),
  };
}
