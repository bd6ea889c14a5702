import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount, hashPassword } from '@app/persistence';
import { openCommitKit, type CommitKit, type KitWish } from './commit-kit';
import { freshNamespace, fromSetUp, startApi, type ApiProcess } from './stack';

/** A problem document as tests read it. */
export interface SeenProblem {
  code: string;
  status: number;
  title: string;
  detail: string;
  requestId: string;
  values?: Record<string, unknown>;
  errors?: { path: string; code: string; detail: string }[];
}

/** An answer with its body read: JSON where it is JSON, else text. */
export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
  problem: SeenProblem;
}

/** What a test asks beside method and path. */
export interface Asking {
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string | Uint8Array<ArrayBuffer> | FormData;
  headers?: Record<string, string>;
}

/** Somebody who talks to the API: signed in by a session, by a token, or not at all. */
export interface Caller {
  ask<T = Record<string, unknown>>(method: string, path: string, asking?: Asking): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
}

/** The commit kit with accounts for its people and a running API on its database. */
export interface ApiKit extends CommitKit {
  api: ApiProcess;
  env: NodeJS.ProcessEnv;
  nobody: Caller;
  /** Signs a person of the kit in; each person once per test file. */
  as(name: keyof CommitKit['people']): Promise<Caller>;
  signInOf(name: keyof CommitKit['people']): { signIn: string; password: string };
}

/** Starts an API of its own on a kit of its own; no worker unless the test starts one with `env`. */
export async function openApiKit(wish: KitWish & { settings?: NodeJS.ProcessEnv } = {}): Promise<ApiKit> {
  const [kit, namespace] = await Promise.all([openCommitKit(wish), freshNamespace()]);
  const dataDir = mkdtempSync(join(tmpdir(), 'gongfang-api-'));
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const names = Object.keys(kit.people) as (keyof CommitKit['people'])[];
  for (const name of names) {
    await createAccount(kit.db, { personId: kit.people[name].personId, signIn: `${name}@example.org`, passwordHash });
  }
  const env: NodeJS.ProcessEnv = {
    DATABASE_URL: kit.database.appUrl,
    DATABASE_OWNER_URL: kit.database.ownerUrl,
    TEMPORAL_ADDRESS: fromSetUp('TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: fromSetUp('GONGFANG_TEST_SMTP_URL'),
    GONGFANG_DATA_DIR: dataDir,
    GONGFANG_SESSION_SECRET: randomBytes(24).toString('hex'),
    LOG_LEVEL: 'info',
    ...wish.settings,
  };
  const api = await startApi(env);
  const callers = new Map<string, Promise<Caller>>();
  const signInOf: ApiKit['signInOf'] = (name) => ({ signIn: `${name}@example.org`, password });
  return {
    ...kit,
    api,
    env,
    signInOf,
    nobody: callerWith(api.url, {}),
    as: (name) => {
      const known = callers.get(name) ?? signedIn(api.url, signInOf(name));
      callers.set(name, known);
      return known;
    },
    close: async () => {
      await api.stop();
      await kit.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Signs in with name and password and answers who then asks with the session's cookie and token. */
export async function signedIn(url: string, account: { signIn: string; password: string }): Promise<Caller> {
  const answer = await callerWith(url, {}).post<{ csrfToken: string }>('/api/session', account);
  if (answer.status !== 201) throw new Error(`sign-in failed: ${JSON.stringify(answer.body)}`);
  return callerWith(url, { cookie: cookieOf(answer), 'x-csrf-token': answer.body.csrfToken });
}

/** The session cookie that an answer sets, as the browser sends it back. */
export function cookieOf(answer: Answer<unknown>): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** A caller who sends these headers with everything. */
export function callerWith(url: string, own: Record<string, string>): Caller {
  const ask: Caller['ask'] = async (method, path, { body, raw, headers } = {}) => {
    const json = raw === undefined && body !== undefined;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...own, ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(raw === undefined ? {} : { body: raw }),
      ...(json ? { body: JSON.stringify(body) } : {}),
    });
    return readAnswer(response);
  };
  return {
    ask,
    get: (path, headers) => ask('GET', path, headers === undefined ? {} : { headers }),
    post: (path, body, headers) => ask('POST', path, headers === undefined ? { body } : { body, headers }),
    put: (path, body, headers) => ask('PUT', path, headers === undefined ? { body } : { body, headers }),
  };
}

async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body: body as T, problem: body as SeenProblem };
}
