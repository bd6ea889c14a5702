import type { components } from '../../../generated/openapi-types';
import { api, contentOf } from '../../../lib/api-client';
import type { Reading } from '../../../lib/reading';

/** What a link from a mail asks for. */
export type ActionLink = components['schemas']['ActionLink'];

/** Shows a link; nothing is consumed by it. */
export function actionLinkQuery(token: string): Reading<ActionLink> {
  return {
    queryKey: ['action-link', token],
    staleTime: Infinity,
    queryFn: () => contentOf(api.GET('/api/action-links/{token}', { params: { path: { token } } })),
  };
}
