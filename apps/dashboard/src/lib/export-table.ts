import { ourHeaders, problemOf } from './api-client';

/** Forms in which a list can be taken away. */
export const exportForms = ['xlsx', 'csv', 'csv-bom'] as const;

/** A form in which a list can be taken away. */
export type ExportForm = (typeof exportForms)[number];

/** What is exported: filters or a selection, order and columns, as the API takes them. */
export type ExportQuery = Partial<Record<string, string>>;

/** Fetches a list as a file and saves it under the server's name. Throws the problem of a refusal. */
export async function downloadTable(path: string, form: ExportForm, query: ExportQuery): Promise<void> {
  const params = new URLSearchParams({ format: form === 'xlsx' ? 'xlsx' : 'csv', ...(form === 'csv-bom' ? { bom: 'true' } : {}) });
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, value);
  await downloadFile(`${path}?${params.toString()}`);
}

/** Fetches a file and saves it under the server's name. Throws the problem of a refusal. */
export async function downloadFile(path: string): Promise<void> {
  const response = await fetch(path, { headers: ourHeaders() });
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
