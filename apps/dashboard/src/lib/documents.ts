import type { components } from '../generated/openapi-types';
import { api, contentOf, ourHeaders, problemOf } from './api-client';
import type { Reading } from './reading';

/** A stored file. */
export type StoredDocument = components['schemas']['Document'];

/** Kinds of documents, in the order of the archive. */
export const documentTypes = [
  'FORM',
  'LEGAL_PERSON_CERTIFICATE',
  'AUTHORIZATION_LETTER',
  'PARTNER_LETTER',
  'ENTERPRISE_INTENT',
  'SITE_PROOF',
  'BUDGET',
  'HOST_APPROVAL',
  'MOU',
  'MOU_ANNEX',
  'AMENDMENT',
  'KICKOFF_MINUTES',
  'PROGRESS_SHEET',
  'EQUIPMENT_LIST',
  'CUSTOMS_OR_HANDOVER_SHEET',
  'PHOTO',
  'VIDEO',
  'TRAINING_ROSTER',
  'STANDARD',
  'MINISTRY_DECISION',
  'SELF_EVALUATION',
  'EXPERT_OPINION',
  'ANNUAL_REPORT',
  'AUDIT',
  'CORRESPONDENCE',
] as const;

/** Files of a project, the newest first. */
export function documentsQuery(projectId: string): Reading<components['schemas']['Documents']> {
  return {
    queryKey: ['project', projectId, 'documents'],
    queryFn: () => contentOf(api.GET('/api/projects/{id}/documents', { params: { path: { id: projectId } } })),
  };
}

/** Stores a file. Throws the problem when it is too large or of a kind that is not taken. */
export async function uploadDocument(projectId: string, file: File, type: string): Promise<StoredDocument> {
  const body = new FormData();
  body.set('type', type);
  body.set('file', file);
  const response = await fetch(`/api/projects/${projectId}/documents`, { method: 'POST', headers: ourHeaders(), body });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as StoredDocument;
}
