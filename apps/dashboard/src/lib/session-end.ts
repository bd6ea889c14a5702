/** Whether a page's session is over. */
export interface SessionEnd {
  /** The session is over although nobody signed out. */
  ended: boolean;
  /** How often somebody signed in again on this page. */
  round: number;
}

let state: SessionEnd = { ended: false, round: 0 };
const listeners = new Set<() => void>();

function become(next: SessionEnd): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Tells a listener of every change until the answer is called. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notes that the server no longer knows the session of this page. */
export function noteSessionEnd(): void {
  if (!state.ended) become({ ...state, ended: true });
}

/** Notes that somebody signed in again in place. */
export function noteSessionBack(): void {
  become({ ended: false, round: state.round + 1 });
}

/** Whether the session is over, and how often it was opened again. */
export function sessionEnd(): SessionEnd {
  return state;
}
