import type { components } from '../generated/openapi-types';
import { api, contentOf } from './api-client';
import type { Reading } from './reading';

/** The application's draft with what it still lacks. */
export type ApplicationDraft = components['schemas']['ApplicationDraft'];

/** A report's draft with what it still lacks. */
export type ReportDraft = components['schemas']['ReportDraft'];

/** A saved draft. */
export type SavedDraft = components['schemas']['SavedDraft'];

/** The application's draft. Always read anew: somebody else may write on it, too. */
export function draftQuery(projectId: string): Reading<ApplicationDraft> {
  return {
    queryKey: ['draft', projectId],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => contentOf(api.GET('/api/projects/{id}/draft', { params: { path: { id: projectId } } })),
  };
}

/** The draft of a year's report. */
export function reportDraftQuery(projectId: string, year: number): Reading<ReportDraft> {
  return {
    queryKey: ['draft', projectId, year],
    staleTime: 0,
    gcTime: 0,
    queryFn: () =>
      contentOf(api.GET('/api/projects/{id}/reports/{year}/draft', { params: { path: { id: projectId, year: String(year) as never } } })),
  };
}

/** Saves the application's draft if nobody saved it since `seen`. */
export function saveDraft(projectId: string, content: ApplicationDraft['content'], seen: number): Promise<SavedDraft> {
  return contentOf(
    api.PUT('/api/projects/{id}/draft', {
      params: { path: { id: projectId }, header: { 'If-Match': `"${seen}"` } },
      body: content,
    }),
  );
}

/** Saves a report's draft if nobody saved it since `seen`. */
export function saveReportDraft(projectId: string, year: number, content: ReportDraft['content'], seen: number): Promise<SavedDraft> {
  return contentOf(
    api.PUT('/api/projects/{id}/reports/{year}/draft', {
      params: { path: { id: projectId, year: String(year) }, header: { 'If-Match': `"${seen}"` } },
      body: content,
    }),
  );
}
