import { useSyncExternalStore } from 'react';
import { onSessionEnd, sessionEnd, type SessionEnd } from './session-end';

/** Whether the session is over, and how often it was opened again: what failed for lack of one may be tried once more then. */
export function useSessionEnd(): SessionEnd {
  return useSyncExternalStore(onSessionEnd, sessionEnd);
}
