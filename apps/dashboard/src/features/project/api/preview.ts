import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** What commands would change. */
export type Preview = components['schemas']['Preview'];

/** What a command would change, asked anew whenever the project has changed. */
export function previewQuery(projectId: string, command: string, body: Record<string, unknown>): Reading<Preview> {
  return {
    queryKey: ['project', projectId, 'preview', command, JSON.stringify(body)],
    // The command is sent with the revision it has looked at: never one from before.
    gcTime: 0,
    queryFn: () =>
      contentOf(api.POST('/api/projects/{id}/preview/{command}', { params: { path: { id: projectId, command } }, body: body as never })),
  };
}

/** What an open change would make another, once everybody has agreed. */
export function changePreviewQuery(projectId: string, changeId: string): Reading<Preview> {
  return {
    queryKey: ['project', projectId, 'change-preview', changeId],
    queryFn: () => contentOf(api.GET('/api/projects/{id}/changes/{changeId}/preview', { params: { path: { id: projectId, changeId } } })),
  };
}
