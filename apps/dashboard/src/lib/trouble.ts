import { problemIn } from './problem';

/** Why something cannot be shown or done, by what the reader can do about it. */
export type Trouble = 'offline' | 'unreachable' | 'outdated' | 'signedOut' | 'hidden' | 'refused' | 'broken';

const notFetched = /failed to fetch|networkerror|load failed|network request failed/i;
const notImported = /dynamically imported module|importing a module script|module script failed|preload css/i;
/** What a proxy answers while our server is away. */
const fromProxy = new Set([502, 503, 504]);

function troubleOfStatus(status: number, hasCode: boolean): Trouble {
  if (status === 401) return 'signedOut';
  if (status === 403 || status === 404) return 'hidden';
  return fromProxy.has(status) && !hasCode ? 'unreachable' : 'refused';
}

/** What an error means for the reader. */
export function troubleOf(error: unknown, online: boolean): Trouble {
  const problem = problemIn(error);
  if (problem !== undefined) return troubleOfStatus(problem.status, problem.document.code !== undefined);
  const message = error instanceof Error ? error.message : '';
  if (notImported.test(message)) return online ? 'outdated' : 'offline';
  if (!online) return 'offline';
  return notFetched.test(message) ? 'unreachable' : 'broken';
}
