import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { postOnce } from '../../../lib/post-once';
import type { Reading } from '../../../lib/reading';

/** A dry run over all live projects. */
export type DryRun = components['schemas']['DryRun'];
/** What it found. */
export type DryRunResult = NonNullable<DryRun['result']>;
/** A mail that would move, come or go. */
export type DryRunLine = components['schemas']['DryRunLines']['items'][number];

/** What the page's address says: which dry run, what a new one is about, which lines. */
export type DryRunSearch = Partial<
  Record<'run' | 'policyVersion' | 'calendarDraft' | 'kind' | 'country' | 'person' | 'day' | 'tonight' | 'cursor', string>
>;

/** The last dry runs. */
export const dryRunsQuery: Reading<components['schemas']['DryRunPage']> = {
  queryKey: ['dry-runs'],
  queryFn: () => contentOf(api.GET('/api/dry-runs')),
};

/** One dry run with what it found. */
export function dryRunQuery(id: string): Reading<DryRun> {
  return { queryKey: ['dry-run', id], queryFn: () => contentOf(api.GET('/api/dry-runs/{id}', { params: { path: { id } } })) };
}

/** The filters of the lines that an address names. */
export function lineFilters({ kind, country, person, day, tonight }: DryRunSearch): Record<string, string> {
  const named = Object.entries({ kind, country, person, day, tonight });
  return Object.fromEntries(named.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A page of lines. */
export function dryRunLinesQuery(id: string, search: DryRunSearch): Reading<components['schemas']['DryRunLines']> {
  const query = { ...lineFilters(search), ...(search.cursor === undefined ? {} : { cursor: search.cursor }) };
  return {
    queryKey: ['dry-run-lines', id, query],
    queryFn: () => contentOf(api.GET('/api/dry-runs/{id}/lines', { params: { path: { id }, query: query as never } })),
    placeholderData: (before) => before,
  };
}

/** Asks for a dry run of a policy or of the draft of a calendar. */
export function askDryRun(key: string, body: object): Promise<DryRun> {
  return postOnce<DryRun>({ address: '/api/dry-runs', body, key });
}

/** Freezes exactly what was foreseen into an act on many projects. */
export function applyDryRun(key: string, id: string, reason: string): Promise<{ bulkRunId: string }> {
  return postOnce<{ bulkRunId: string }>({ address: `/api/dry-runs/${id}/apply`, body: { reason }, key });
}
