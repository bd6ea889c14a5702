import { api, contentOf } from './api-client';
import { problemIn } from './problem';
import { rememberCsrfToken, type Me } from './session';
import type { Reading } from './reading';

/** Who is signed in; null when nobody is. */
export const meQuery: Reading<Me | null> = {
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async (): Promise<Me | null> => {
    try {
      const me = await contentOf(api.GET('/api/me'));
      rememberCsrfToken(me.csrfToken);
      return me;
    } catch (error) {
      if (problemIn(error)?.status === 401) return null;
      throw error;
    }
  },
};
