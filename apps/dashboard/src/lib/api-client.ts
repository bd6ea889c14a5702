import i18next from 'i18next';
import createClient from 'openapi-fetch';
import type { paths } from '../generated/openapi-types';
import { ApiProblem } from './problem';
import { currentCsrfToken } from './session';
import { noteSessionEnd } from './session-end';

/** The API, typed by its own description. */
export const api = createClient<paths>({ baseUrl: '' });

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

/** The content of an answer. Throws the problem when it is one. */
export async function contentOf<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  noticeEnd(response);
  if (error !== undefined || !response.ok) throw new ApiProblem({ ...problemFields(error), status: response.status });
  return data as T;
}

/** The problem of a plain fetch that failed. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  noticeEnd(response);
  const body: unknown = await response.json().catch(() => undefined);
  return new ApiProblem({ ...problemFields(body), status: response.status });
}

/** A session that was open is over: the page asks to sign in again, in place. */
function noticeEnd({ status }: Response): void {
  if (status === 401 && currentCsrfToken() !== null) noteSessionEnd();
}

function problemFields(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {};
}
