import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** A replay check: how far it has come, or what it found. */
export type ReplayCheck = components['schemas']['ReplayCheck'];

/** A run that no longer replays. */
export type ReplayDifference = ReplayCheck['differences'][number];

/** What the last look over everything found. */
export type EngineFindings = components['schemas']['EngineFindings'];

/** How one project or call stands, as engine and ledger see it. */
export type Inspection = components['schemas']['EngineInspection'];

/** A repair on record. */
export type Repair = components['schemas']['Repair'];

/** What became of a repair that was asked for many. */
export type AskedRepairs = components['schemas']['AskedRepairs'];

/** What can be done to a shell. */
export type RepairAct = Repair['act'];

/** Whom an inspection is about: a project by reference or id, a call by id. */
export interface EntityChoice {
  kind: 'project' | 'call';
  entity: string;
}

/** The last replay checks, the newest first. */
export const replayChecksQuery: Reading<{ items: ReplayCheck[] }> = {
  queryKey: ['engine', 'replay-checks'],
  queryFn: () => contentOf(api.GET('/api/engine/replay-checks')),
};

/** What needs repair. */
export const findingsQuery: Reading<EngineFindings> = {
  queryKey: ['engine', 'findings'],
  queryFn: () => contentOf(api.GET('/api/engine/findings')),
};

/** The last repairs, the newest first. */
export const repairsQuery: Reading<{ items: Repair[] }> = {
  queryKey: ['engine', 'repairs'],
  queryFn: () => contentOf(api.GET('/api/engine/repairs')),
};

/** How one project or call stands now; the worker looks when this is asked. */
export function inspectionQuery({ kind, entity }: EntityChoice): Reading<Inspection> {
  return {
    queryKey: ['engine', 'inspection', kind, entity],
    staleTime: Infinity,
    gcTime: 0,
    queryFn: () => contentOf(api.GET('/api/engine/inspection', { params: { query: { kind, entity } } })),
  };
}

/** Asks for a replay check, once under its key. */
export function startReplayCheck(wish: { project?: string; candidate?: string }, key: string): Promise<ReplayCheck> {
  return postOnce({ address: '/api/engine/replay-checks', body: wish, key });
}

/** Has everything looked at now. */
export function lookNow(key: string): Promise<{ status: string }> {
  return postOnce({ address: '/api/engine/look', body: {}, key });
}

/** Asks for a repair, once under its key. */
export function askRepair(body: components['schemas']['AskRepair'], key: string): Promise<Repair> {
  return postOnce({ address: '/api/engine/repairs', body, key });
}

/** Asks for one repair of many, once under its key. */
export function askRepairs(body: components['schemas']['AskRepairs'], key: string): Promise<AskedRepairs> {
  return postOnce({ address: '/api/engine/repairs/many', body, key });
}

/** Decides as the second person on a repair that was proposed. */
export function decideRepair(id: string, verdict: 'confirm' | 'reject', key: string): Promise<Repair> {
  return postOnce({ address: `/api/engine/repairs/${id}/${verdict}`, body: {}, key });
}
