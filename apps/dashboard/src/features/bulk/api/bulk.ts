import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** An act on many projects: what is asked, where it stands, what became of its rows. */
export type BulkRun = components['schemas']['BulkRun'];

/** The last of them. */
export type BulkRunPage = components['schemas']['BulkRunPage'];

/** A page of its rows. */
export type BulkRowPage = components['schemas']['BulkRowPage'];

/** One row: what was foreseen, what became of it. */
export type BulkRow = BulkRowPage['items'][number];

/** What is done to a run once its list is frozen. */
export type BulkAct = 'propose' | 'confirm' | 'reject' | 'start' | 'go-on' | 'stop' | 'discard';

/** The last runs, the newest first. */
export const bulkRunsQuery: Reading<BulkRunPage> = {
  queryKey: ['bulk', 'runs'],
  queryFn: () => contentOf(api.GET('/api/bulk-runs')),
};

/** One run. */
export function bulkRunQuery(id: string): Reading<BulkRun> {
  return { queryKey: ['bulk', 'run', id], queryFn: () => contentOf(api.GET('/api/bulk-runs/{id}', { params: { path: { id } } })) };
}

/** Rows of a run, those in one state only where it is named. */
export function bulkRowsQuery(id: string, { state, after }: { state?: string; after?: string }): Reading<BulkRowPage> {
  const query = { ...(state === undefined ? {} : { state }), ...(after === undefined ? {} : { after }) };
  return {
    queryKey: ['bulk', 'rows', id, state ?? '', after ?? ''],
    queryFn: () => contentOf(api.GET('/api/bulk-runs/{id}/rows', { params: { path: { id }, query: query as never } })),
    placeholderData: (before) => before,
  };
}

/** Freezes a list with what would happen to each of its projects, once under its key. */
export function makeBulkRun(body: components['schemas']['MakeBulkRun'], key: string): Promise<BulkRun> {
  return postOnce({ address: '/api/bulk-runs', body, key });
}

/** Freezes a list that follows from another: what takes it back, or what was left of it. */
export function followBulkRun(id: string, how: 'inverse' | 'again', reason: string, key: string): Promise<BulkRun> {
  return postOnce({ address: `/api/bulk-runs/${id}/${how}`, body: { reason }, key });
}

/** Lets a run be approved, started, let on, stopped or given up. */
export function actOnBulkRun(id: string, act: BulkAct, key: string): Promise<BulkRun> {
  return postOnce({ address: `/api/bulk-runs/${id}/${act}`, body: {}, key });
}
