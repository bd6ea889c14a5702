import { api, contentOf } from '../../../lib/api-client';
import { forgetEverything } from '../../../lib/kept';
import { meQuery } from '../../../lib/me';
import { queryClient } from '../../../lib/query-client';
import { rememberCsrfToken, type Me } from '../../../lib/session';
import { noteSessionBack } from '../../../lib/session-end';

/** Opens a session. Throws the problem when name and password do not fit. */
export async function signIn(body: { signIn: string; password: string }): Promise<Me> {
  const me = await contentOf(api.POST('/api/session', { body }));
  rememberCsrfToken(me.csrfToken);
  queryClient.clear();
  queryClient.setQueryData(meQuery.queryKey, me);
  return me;
}

/**
 * Opens a session again on a page that is in use: what is shown and typed stays. Somebody else than before starts from the first page instead.
 * Throws the problem when name and password do not fit.
 */
export async function signInAgain(body: { signIn: string; password: string }, personId: string | undefined): Promise<void> {
  const me = await contentOf(api.POST('/api/session', { body }));
  rememberCsrfToken(me.csrfToken);
  if (personId !== undefined && me.personId !== personId) {
    window.location.assign('/');
    return;
  }
  queryClient.setQueryData(meQuery.queryKey, me);
  noteSessionBack();
  await queryClient.invalidateQueries({ predicate: ({ queryKey: [what] }) => what !== 'me' && what !== 'draft' });
}

/** Ends the session; what was read under it is forgotten. */
export async function signOut(): Promise<void> {
  await contentOf(api.DELETE('/api/session'));
  rememberCsrfToken(null);
  forgetEverything();
  queryClient.clear();
}
