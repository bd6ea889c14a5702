import type { components } from '../generated/openapi-types';
import { api, contentOf } from './api-client';
import type { Reading } from './reading';

/** One entry of what happened to a project or call. */
export type HistoryEntry = components['schemas']['Timeline']['items'][number];

/** What happened to a project or call, from the ledger. */
export function historyQuery(kind: 'project' | 'call', id: string): Reading<components['schemas']['Timeline']> {
  const params = { params: { path: { id } } };
  return {
    queryKey: [kind, id, 'timeline'],
    queryFn: () =>
      contentOf(kind === 'project' ? api.GET('/api/projects/{id}/timeline', params) : api.GET('/api/calls/{id}/timeline', params)),
  };
}

/** What others and the clock did after a revision, the newest first. */
export function changesByOthers(history: readonly HistoryEntry[], afterRev: number, myId: string | undefined): HistoryEntry[] {
  return history
    .filter((one) => one.rev > afterRev && one.events.length > 0 && (one.actor.personId === undefined || one.actor.personId !== myId))
    .sort((a, b) => b.rev - a.rev);
}
