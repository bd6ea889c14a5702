import type { components } from '../generated/openapi-types';
import { api, contentOf } from './api-client';
import { queryClient } from './query-client';
import type { Reading } from './reading';

/** A saved view. */
export type SavedView = components['schemas']['SavedView'];

/** What is saved of a view. */
export type ViewBody = components['schemas']['ViewBody'];

/** A page of which views are saved. */
export type ViewPage = SavedView['page'];

/** Where each page that has views stands. */
export const pageOfView = { list: '/projects', board: '/board' } as const satisfies Record<ViewPage, string>;

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

/** Makes a view the one that opens first, or none. */
export async function setHomeView(viewId: string | null): Promise<void> {
  await contentOf(api.PUT('/api/views/home', { body: { viewId } }));
  await readAnew();
}

/** A page's state as a saved view keeps it: always in the same order, so that two texts are equal when they show the same. */
export function viewText(search: Partial<Record<string, string>>): string {
  const parts = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(parts.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/** A page's state in a saved view. */
export function searchOfView(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Where a saved view is opened. */
export function addressOfView({ page, search }: Pick<SavedView, 'page' | 'search'>): string {
  return search === '' ? pageOfView[page] : `${pageOfView[page]}?${search}`;
}

/** The view that the reader has chosen to open first; nothing when he has chosen none, or it cannot be asked for. */
export async function homeView(): Promise<SavedView | undefined> {
  try {
    return (await queryClient.ensureQueryData(viewsQuery)).items.find((view) => view.home);
  } catch {
    return undefined;
  }
}
