import type { components } from '../../../generated/openapi-types';
import { api, contentOf, ourHeaders, problemOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

export { forecastQuery, type Forecast } from '../../../lib/forecast';

/** A project as this reader may see it. */
export type ProjectDetail = components['schemas']['ProjectDetail'];

/** Where a project stands, who and what belongs to it, and what the reader may do. */
export function projectQuery(projectId: string): Reading<ProjectDetail> {
  return {
    queryKey: ['project', projectId, 'detail'],
    queryFn: () => contentOf(api.GET('/api/projects/{id}', { params: { path: { id: projectId } } })),
  };
}

/** What happened, from the ledger. */
export function timelineQuery(projectId: string): Reading<components['schemas']['Timeline']> {
  return {
    queryKey: ['project', projectId, 'timeline'],
    queryFn: () => contentOf(api.GET('/api/projects/{id}/timeline', { params: { path: { id: projectId } } })),
  };
}

/** The exact text of a mail as it was sent. */
export function mailTextQuery(projectId: string, mailId: string): Reading<components['schemas']['MailText']> {
  return {
    queryKey: ['project', projectId, 'mails', mailId],
    queryFn: () => contentOf(api.GET('/api/projects/{id}/mails/{mailId}', { params: { path: { id: projectId, mailId } } })),
  };
}

/** Mails of the project. */
export function mailsQuery(projectId: string): Reading<components['schemas']['Mails']> {
  return {
    queryKey: ['project', projectId, 'mails'],
    queryFn: () => contentOf(api.GET('/api/projects/{id}/mails', { params: { path: { id: projectId } } })),
  };
}

/** Saves the history as a file, told in the reader's language. Throws the problem when it may not be taken along. */
export async function downloadHistory(projectId: string, fileName: string): Promise<void> {
  const response = await fetch(`/api/projects/${projectId}/history`, { headers: ourHeaders() });
  if (!response.ok) throw await problemOf(response);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
