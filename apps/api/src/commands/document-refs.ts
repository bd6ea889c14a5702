import type { DocumentRef } from '@app/domain';

/** Every file that a payload names, wherever it stands in it. */
export function documentRefsIn(value: unknown): DocumentRef[] {
  if (typeof value !== 'object' || value === null) return [];
  const { documentId, sha256 } = value as Partial<DocumentRef>;
  if (typeof documentId === 'string' && typeof sha256 === 'string') return [{ documentId, sha256 }];
  return Object.values(value).flatMap(documentRefsIn);
}
