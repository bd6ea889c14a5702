/** Whether a page's session is over. */
export interface SessionEnd {
  /** The session is over although nobody signed out. */
  ended: boolean;
  /** Something that is being sent waits for a recent sign-in; the session itself goes on. */
  asked: boolean;
  /** How often somebody signed in again on this page. */
  round: number;
}

let state: SessionEnd = { ended: false, asked: false, round: 0 };
const listeners = new Set<() => void>();
const waiting = new Set<(signedIn: boolean) => void>();

function become(next: SessionEnd): void {
  state = next;
  for (const listener of listeners) listener();
}

function tellWaiting(signedIn: boolean): void {
  for (const tell of waiting) tell(signedIn);
  waiting.clear();
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

/** Asks whoever sits here to sign in again for a dangerous act. True once he did, false when he would rather not. */
export function askForFreshSignIn(): Promise<boolean> {
  const answer = new Promise<boolean>((resolve) => waiting.add(resolve));
  if (!state.asked) become({ ...state, asked: true });
  return answer;
}

/** Notes that nobody signs in for what was asked: it is not done. */
export function declineFreshSignIn(): void {
  become({ ...state, asked: false });
  tellWaiting(false);
}

/** Notes that somebody signed in again in place. */
export function noteSessionBack(): void {
  become({ ended: false, asked: false, round: state.round + 1 });
  tellWaiting(true);
}

/** Whether the session is over, and how often it was opened again. */
export function sessionEnd(): SessionEnd {
  return state;
}
