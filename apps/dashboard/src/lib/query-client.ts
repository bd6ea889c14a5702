import { QueryClient } from '@tanstack/react-query';
import { problemIn } from './problem';

/** The cache of what was read. A definite answer (4xx) is never asked for again; the server's bad moments are, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => {
        const status = problemIn(error)?.status;
        return count < 2 && (status === undefined || status >= 500);
      },
    },
  },
});
