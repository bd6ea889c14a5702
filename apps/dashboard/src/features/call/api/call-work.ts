import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

type Schemas = components['schemas'];

/** One line of the ranking. */
export type RankedFile = Schemas['RankedFile'];

function path(callId: string): { params: { path: { id: string } } } {
  return { params: { path: { id: callId } } };
}

/** How applications come in. */
export function callIntakeQuery(callId: string): Reading<Schemas['CallIntake']> {
  return { queryKey: ['call', callId, 'intake'], queryFn: () => contentOf(api.GET('/api/calls/{id}/intake', path(callId))) };
}

/** How far the formal check is. */
export function callCheckQuery(callId: string): Reading<Schemas['CallCheck']> {
  return { queryKey: ['call', callId, 'check'], queryFn: () => contentOf(api.GET('/api/calls/{id}/check', path(callId))) };
}

/** How far the experts are. */
export function callExpertsQuery(callId: string): Reading<Schemas['CallExperts']> {
  return { queryKey: ['call', callId, 'experts'], queryFn: () => contentOf(api.GET('/api/calls/{id}/experts', path(callId))) };
}

/** The slowest path from closing to the last sheet. */
export function reviewTimeQuery(callId: string): Reading<Schemas['CallReviewTime']> {
  return { queryKey: ['call', callId, 'review-time'], queryFn: () => contentOf(api.GET('/api/calls/{id}/review-time', path(callId))) };
}

/** Centres and files that look alike. */
export function callWarningsQuery(callId: string): Reading<Schemas['CallWarnings']> {
  return { queryKey: ['call', callId, 'warnings'], queryFn: () => contentOf(api.GET('/api/calls/{id}/warnings', path(callId))) };
}

/** The council's decision. */
export function callDecisionQuery(callId: string): Reading<Schemas['CallDecision']> {
  return { queryKey: ['call', callId, 'decision'], queryFn: () => contentOf(api.GET('/api/calls/{id}/decision', path(callId))) };
}

/** Public notice, announcement, reserve. */
export function callOutcomeQuery(callId: string): Reading<Schemas['CallOutcome']> {
  return { queryKey: ['call', callId, 'outcome'], queryFn: () => contentOf(api.GET('/api/calls/{id}/outcome', path(callId))) };
}

/** One page of the ranking, after a rank. */
export function rankingPage(callId: string, after: number): Promise<Schemas['CallRanking']> {
  return contentOf(api.GET('/api/calls/{id}/ranking', { params: { path: { id: callId }, query: { after: String(after) } as never } }));
}

/** One page of the applications of a call that the reader may see, in the order of their numbers. */
export function applicationsPage(callId: string, cursor: string | undefined): Promise<Schemas['ProjectPage']> {
  const query = { call: callId, limit: '50', sort: 'reference', ...(cursor === undefined ? {} : { cursor }) };
  return contentOf(api.GET('/api/projects', { params: { query: query as never } }));
}
