import { useEffect } from 'react';
import { queryClient } from './query-client';

/** Reads what is shown anew when the server says that something was committed. A lost connection is opened again by the browser. */
export function useLiveUpdates(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return undefined;
    const source = new EventSource('/api/events');
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refresh = (): void => {
      if (waiting !== undefined) return;
      waiting = setTimeout(() => {
        waiting = undefined;
        void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' && query.queryKey[0] !== 'draft' });
      }, 400);
    };
    for (const name of ['message', 'changed', 'entity', 'project', 'call']) source.addEventListener(name, refresh);
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [signedIn]);
}
