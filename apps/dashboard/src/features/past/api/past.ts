import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** A project as it stood at a past moment. */
export type PastProject = components['schemas']['PastProject'];

/** What differs between two moments. */
export type PastComparison = components['schemas']['PastComparison'];

/** An entry of the history, as the list of moments shows it. */
export type PastEntry = components['schemas']['Timeline']['items'][number];

/** A moment as the address holds it: an entry's number, or an instant. */
export type MomentText = string;

/** The entries of a project's history that the reader is told of, the oldest first. */
export function entriesQuery(projectId: string): Reading<components['schemas']['Timeline']> {
  return {
    queryKey: ['project', projectId, 'timeline'],
    queryFn: () => contentOf(api.GET('/api/projects/{id}/timeline', { params: { path: { id: projectId } } })),
  };
}

/** The project at a moment; at its last entry when none is named. */
export function pastQuery(projectId: string, moment: MomentText | undefined): Reading<PastProject> {
  const query = moment === undefined ? {} : /^\d+$/.test(moment) ? { rev: moment } : { at: moment };
  return {
    queryKey: ['project', projectId, 'past', moment ?? 'last'],
    placeholderData: (before) => before,
    queryFn: () => contentOf(api.GET('/api/projects/{id}/at', { params: { path: { id: projectId }, query: query as never } })),
  };
}

/** What differs between two moments. */
export function comparisonQuery(projectId: string, from: MomentText, to: MomentText): Reading<PastComparison> {
  return {
    queryKey: ['project', projectId, 'past', from, to],
    placeholderData: (before) => before,
    queryFn: () => contentOf(api.GET('/api/projects/{id}/compare', { params: { path: { id: projectId }, query: { from, to } as never } })),
  };
}
