import i18next from 'i18next';
import createClient from 'openapi-fetch';
import type { paths } from '../generated/openapi-types';
import { ApiProblem } from './problem';
import { currentCsrfToken } from './session';
import { askForFreshSignIn, noteSessionEnd } from './session-end';

/** The API, typed by its own description. */
export const api = createClient<paths>({ baseUrl: '', fetch: send });

api.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(ourHeaders())) request.headers.set(name, value);
    return request;
  },
});

/** Headers of every request: the reader's language (before it is known, the browser's own header stands), and the session's token. */
export function ourHeaders(): Record<string, string> {
  const token = currentCsrfToken();
  const language = i18next.language as string | undefined;
  return { ...(language === undefined ? {} : { 'Accept-Language': language }), ...(token === null ? {} : { 'X-CSRF-Token': token }) };
}

/**
 * Sends a request of ours. Where it needs a recent sign-in, the page asks for one over what is open, and the very same request, with the same content
 * and key, goes again under the new session. Whoever closes that question gets the refusal.
 */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (!(await needsFreshSignIn(response)) || !(await askForFreshSignIn())) return response;
  for (const [name, value] of Object.entries(ourHeaders())) again.headers.set(name, value);
  return fetch(again);
}

async function needsFreshSignIn(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return codeOf(body) === 'FRESH_SIGN_IN_NEEDED';
}

/** The content of an answer. Throws the problem when it is one. */
export async function contentOf<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  noticeEnd(response, error);
  if (error !== undefined || !response.ok) throw new ApiProblem({ ...problemFields(error), status: response.status });
  return data as T;
}

/** The problem of a plain fetch that failed. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  noticeEnd(response, body);
  return new ApiProblem({ ...problemFields(body), status: response.status });
}

/** A session that was open is over: the page asks to sign in again, in place. A wrong password says nothing about the session. */
function noticeEnd({ status }: Response, body: unknown): void {
  if (status === 401 && currentCsrfToken() !== null && codeOf(body) !== 'SIGN_IN_FAILED') noteSessionEnd();
}

function codeOf(body: unknown): unknown {
  return (problemFields(body) as { code?: unknown }).code;
}

function problemFields(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}
