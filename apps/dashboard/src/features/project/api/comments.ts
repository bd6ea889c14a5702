import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** A comment of a colleague. */
export type Comment = components['schemas']['Comment'];

/** Comments on a project, the oldest first. */
export function commentsQuery(projectId: string): Reading<components['schemas']['Comments']> {
  return {
    queryKey: ['project', projectId, 'comments'],
    queryFn: () => contentOf(api.GET('/api/projects/{id}/comments', { params: { path: { id: projectId } } })),
  };
}

/** Writes a comment; the same key again writes nothing new. */
export function addComment(projectId: string, key: string, body: string): Promise<Comment> {
  return contentOf(
    api.POST('/api/projects/{id}/comments', { params: { path: { id: projectId } }, headers: { 'Idempotency-Key': key }, body: { body } }),
  );
}

/** Changes the words of an own comment that nobody changed meanwhile. */
export function editComment(projectId: string, { commentId, version }: Comment, body: string): Promise<Comment> {
  return contentOf(
    api.PUT('/api/projects/{id}/comments/{commentId}', {
      params: { path: { id: projectId, commentId }, header: { 'If-Match': `"${version}"` } },
      body: { body },
    }),
  );
}

/** Deletes an own comment. */
export function deleteComment(projectId: string, commentId: string): Promise<unknown> {
  return contentOf(api.DELETE('/api/projects/{id}/comments/{commentId}', { params: { path: { id: projectId, commentId } } }));
}

/** Brings an own comment back. */
export function restoreComment(projectId: string, commentId: string): Promise<Comment> {
  return contentOf(api.POST('/api/projects/{id}/comments/{commentId}/restore', { params: { path: { id: projectId, commentId } } }));
}
