import { api, contentOf } from '../../../lib/api-client';
import { meQuery } from '../../../lib/me';
import { queryClient } from '../../../lib/query-client';
import { rememberCsrfToken, type Me } from '../../../lib/session';

/** Opens a session. Throws the problem when name and password do not fit. */
export async function signIn(body: { signIn: string; password: string }): Promise<Me> {
  const me = await contentOf(api.POST('/api/session', { body }));
  rememberCsrfToken(me.csrfToken);
  queryClient.clear();
  queryClient.setQueryData(meQuery.queryKey, me);
  return me;
}

/** Ends the session; what was read under it is forgotten. */
export async function signOut(): Promise<void> {
  await contentOf(api.DELETE('/api/session'));
  rememberCsrfToken(null);
  queryClient.clear();
}
