import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';
import type { Preview } from './preview';

/** An act as the API takes it. */
export interface WireAct {
  command: string;
  body: Record<string, unknown>;
  afterDays: number;
}

/** What several acts would change, one after the other; asked anew whenever the project has changed. */
export function whatIfQuery(projectId: string, acts: readonly WireAct[]): Reading<Preview> {
  return {
    queryKey: ['project', projectId, 'what-if', JSON.stringify(acts)],
    queryFn: () => contentOf(api.POST('/api/projects/{id}/what-if', { params: { path: { id: projectId } }, body: { acts: [...acts] } })),
  };
}
