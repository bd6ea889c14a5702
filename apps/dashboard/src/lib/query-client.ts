import { QueryCache, QueryClient } from '@tanstack/react-query';
import { noteReachable } from './connection';
import { problemIn } from './problem';

/** A moment's failure, not an answer: the network, or a server that is starting or overloaded. */
function isPassing(error: unknown): boolean {
  const status = problemIn(error)?.status;
  return status === undefined || status >= 500;
}

/** What is shown stays shown when reading it anew fails for a moment: the page frame says that it may be old. */
const queryCache = new QueryCache({
  onError: (error, query) => {
    if (query.state.data === undefined || !isPassing(error)) return;
    if (problemIn(error) === undefined) noteReachable(false);
    query.setState({ status: 'success', error: null });
  },
  onSuccess: () => noteReachable(true),
});

/** The cache of what was read. A definite answer (4xx) is never asked for again; the server's bad moments are, twice. */
export const queryClient = new QueryClient({
  queryCache,
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => count < 2 && isPassing(error) },
    // A command without connection fails at once and keeps what was typed; it is never sent later behind somebody's back.
    mutations: { networkMode: 'always' },
  },
});
