import { useSyncExternalStore } from 'react';

/** Whether the device is connected, and whether our server answers. */
export type Connection = 'online' | 'offline' | 'unreachable';

let reachable = true;
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** What is known about the connection now. */
export function connection(): Connection {
  if (!navigator.onLine) return 'offline';
  return reachable ? 'online' : 'unreachable';
}

/** Notes whether the server answered. */
export function noteReachable(answered: boolean): void {
  if (answered === reachable) return;
  reachable = answered;
  changed();
}

/** What is known about the connection, anew whenever it changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, connection);
}
