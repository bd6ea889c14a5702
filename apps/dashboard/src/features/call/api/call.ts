import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** A call as this reader may see it. */
export type CallDetail = components['schemas']['CallDetail'];

/** Calls the reader may see, the newest year first. */
export const callsQuery: Reading<components['schemas']['Calls']> = { queryKey: ['calls'], queryFn: () => contentOf(api.GET('/api/calls')) };

/** One call. */
export function callQuery(callId: string): Reading<CallDetail> {
  return {
    queryKey: ['call', callId, 'detail'],
    queryFn: () => contentOf(api.GET('/api/calls/{id}', { params: { path: { id: callId } } })),
  };
}

/** One call without what grows with its applications: the parts of its page read that piece by piece. */
export function callPageQuery(callId: string): Reading<CallDetail> {
  return {
    queryKey: ['call', callId, 'page'],
    queryFn: () => contentOf(api.GET('/api/calls/{id}', { params: { path: { id: callId }, query: { lists: 'false' } } })),
  };
}

/** What is planned for a call. */
export function callPlanQuery(callId: string): Reading<components['schemas']['Plan']> {
  return {
    queryKey: ['call', callId, 'plan'],
    queryFn: () => contentOf(api.GET('/api/calls/{id}/plan', { params: { path: { id: callId } } })),
  };
}

/** What happened to a call. */
export function callTimelineQuery(callId: string): Reading<components['schemas']['Timeline']> {
  return {
    queryKey: ['call', callId, 'timeline'],
    queryFn: () => contentOf(api.GET('/api/calls/{id}/timeline', { params: { path: { id: callId } } })),
  };
}

/** Applications and projects of a call that the reader may see. */
export function projectsOfCallQuery(callId: string): Reading<components['schemas']['ProjectPage']> {
  return {
    queryKey: ['projects', 'of-call', callId],
    queryFn: () => contentOf(api.GET('/api/projects', { params: { query: { call: callId, limit: '200', sort: 'reference' } as never } })),
  };
}
