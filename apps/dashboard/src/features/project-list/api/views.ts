import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import { queryClient } from '../../../lib/query-client';
import type { Reading } from '../../../lib/reading';

/** A saved view. */
export type SavedView = components['schemas']['SavedView'];

/** What is saved of a view. */
export type ViewBody = components['schemas']['ViewBody'];

/** Views the reader may use. */
export const viewsQuery: Reading<components['schemas']['SavedViews']> = {
  queryKey: ['views'],
  staleTime: 60_000,
  queryFn: () => contentOf(api.GET('/api/views')),
};

const readAnew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: viewsQuery.queryKey });

/** Saves a view under its id: a new one, or a change of what was seen at a revision. */
export async function saveView(id: string, body: ViewBody, rev?: number): Promise<void> {
  const headers = rev === undefined ? {} : { 'If-Match': `"${rev}"` };
  await contentOf(api.PUT('/api/views/{id}', { params: { path: { id } }, body, headers }));
  await readAnew();
}

/** Removes an own view. */
export async function removeView(id: string): Promise<void> {
  await contentOf(api.DELETE('/api/views/{id}', { params: { path: { id } } }));
  await readAnew();
}

/** Brings a removed view back. */
export async function restoreView(id: string): Promise<void> {
  await contentOf(api.POST('/api/views/{id}/restore', { params: { path: { id } } }));
  await readAnew();
}

/** Makes a view the one the list opens with, or none. */
export async function setHomeView(viewId: string | null): Promise<void> {
  await contentOf(api.PUT('/api/views/home', { body: { viewId } }));
  await readAnew();
}
