import type { components, paths } from '../../../generated/openapi-types';
import { api, contentOf, ourHeaders, problemOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';
import { filtersOf, usualSort, type ListSearch } from '../list-state';

type Query = NonNullable<paths['/api/projects']['get']['parameters']['query']>;

/** One line of the list as the API gives it. */
export type ProjectLine = components['schemas']['ProjectLine'];

/** A page of the list. */
export type ProjectPage = components['schemas']['ProjectPage'];

/** Lines on a page. */
export const pageSize = 25;

/** One page of the projects the reader may see. */
export function projectsQuery(search: ListSearch): Reading<ProjectPage> {
  const { sort = usualSort, cursor } = search;
  const query = { ...filtersOf(search), sort, limit: String(pageSize), ...(cursor === undefined ? {} : { cursor }) };
  return {
    queryKey: ['projects', query],
    placeholderData: (before) => before,
    queryFn: () => contentOf(api.GET('/api/projects', { params: { query: query as unknown as Query } })),
  };
}

/** Forms in which the list can be taken away. */
export const exportForms = ['xlsx', 'csv', 'csv-bom'] as const;

/** A form in which the list can be taken away. */
export type ExportForm = (typeof exportForms)[number];

/** What is exported: filters or a selection, order and columns, as the API takes them. */
export type ExportQuery = Partial<Record<string, string>>;

/** Fetches the list as a file and saves it under the server's name. Throws the problem of a refusal. */
export async function downloadProjects(form: ExportForm, query: ExportQuery): Promise<void> {
  const params = new URLSearchParams({ format: form === 'xlsx' ? 'xlsx' : 'csv', ...(form === 'csv-bom' ? { bom: 'true' } : {}) });
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, value);
  const response = await fetch(`/api/projects/export?${params.toString()}`, { headers: ourHeaders() });
  if (!response.ok) throw await problemOf(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameIn(response.headers.get('content-disposition') ?? '');
  link.click();
  URL.revokeObjectURL(address);
}

function fileNameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded === undefined ? '' : decodeURIComponent(encoded);
}
