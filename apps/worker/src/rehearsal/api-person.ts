import { randomUUID } from 'node:crypto';

/** A refusal or failure of the API, with the code of its problem. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** An answer of the API: its body and, for versioned things, their version. */
export interface ApiAnswer<T> {
  body: T;
  version?: number;
}

/** A person who is signed in and asks the API as a browser does: with a session cookie and the session's token. */
export interface ApiPerson {
  get<T>(path: string): Promise<ApiAnswer<T>>;
  /** @param version what was seen of the thing to be changed */
  send<T>(method: 'POST' | 'PUT', path: string, body: unknown, version?: number): Promise<ApiAnswer<T>>;
}

/** Signs somebody in. @throws ApiProblem when name or password is wrong */
export async function signIn(api: string, { email, password }: { email: string; password: string }): Promise<ApiPerson> {
  const response = await fetch(`${api}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ signIn: email, password }),
  });
  const { body } = await read<{ csrfToken: string }>(response, 'sign in');
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const session = { Cookie: cookie, 'X-CSRF-Token': body.csrfToken, 'Accept-Language': 'en' };
  return {
    get: async (path) => read(await fetch(`${api}${path}`, { headers: session }), path),
    send: async (method, path, sent, version) => {
      const headers = { ...session, 'Idempotency-Key': randomUUID(), ...(version === undefined ? {} : { 'If-Match': `"${version}"` }) };
      const isForm = sent instanceof FormData;
      const response = await fetch(`${api}${path}`, {
        method,
        headers: isForm ? headers : { ...headers, 'Content-Type': 'application/json' },
        body: isForm ? sent : JSON.stringify(sent),
      });
      return read(response, `${method} ${path}`);
    },
  };
}

async function read<T>(response: Response, what: string): Promise<ApiAnswer<T>> {
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as T & { code?: string; detail?: string; title?: string };
  if (!response.ok) throw problemOf(response.status, what, body, text);
  const version = /^"?(\d+)"?$/.exec(response.headers.get('etag') ?? '')?.[1];
  return { body, ...(version === undefined ? {} : { version: Number(version) }) };
}

function problemOf(status: number, what: string, problem: { code?: string }, text: string): ApiProblem {
  return new ApiProblem(status, problem.code ?? String(status), `${what}: ${status} ${text.slice(0, 600)}`);
}
