import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { toolAgent } from '@app/platform';
import type { Command } from 'commander';
import { UsageError, type Cli, type CliAnswer } from './cli-tools';

/** Somebody who is signed in at the API and asks through this tool. */
export interface ApiCaller {
  /** The answer's body; a refusal is a UsageError in the words of the API. */
  ask<T>(method: 'GET' | 'POST', path: string, asking?: Asking): Promise<T>;
}

/** What goes with a question: `key` is the same for the same act, `rev` the revision that was looked at. */
interface Asking {
  body?: object;
  key?: string | undefined;
  rev?: string | undefined;
}

/** Who asks, and where. */
interface CallerWish {
  /** Address of the instance. */
  url: string;
  /** Name to sign in with. */
  as: string;
  /** Language of the sentences. */
  language?: string;
}

/**
 * Signs a person in at the API, lets him work, and signs him out: what a person does by the tool counts as what he does on the page, with his rights and
 * under his name, and needs his password. It is read from standard input, so that it stands in no list of processes and no history of a shell.
 */
async function asPerson<T>({ url, as, language = 'en' }: CallerWish, work: (caller: ApiCaller) => Promise<T>): Promise<T> {
  const base = { 'accept-language': language, 'user-agent': toolAgent };
  const password = await askedPassword(as);
  const answer = await sent(`${url}/api/session`, { method: 'POST', headers: base, body: { signIn: as, password } });
  const { csrfToken } = (await bodyOf(answer)) as { csrfToken: string };
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const own = { ...base, cookie, 'x-csrf-token': csrfToken };
  try {
    return await work({
      ask: async <A>(method: 'GET' | 'POST', path: string, { body, key, rev }: Asking = {}) => {
        const keyed = key === undefined ? {} : { 'idempotency-key': key };
        const headers = { ...own, ...keyed, ...(rev === undefined ? {} : { 'if-match': `"${rev}"` }) };
        return (await bodyOf(await sent(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) }))) as A;
      },
    });
  } finally {
    await sent(`${url}/api/session`, { method: 'DELETE', headers: own });
  }
}

async function sent(
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body?: object },
): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new UsageError(`Nothing answers at ${new URL(url).origin}. Name the instance with --url.`);
  }
}

interface Refusal {
  code: string;
  detail: string;
  errors?: { path: string; detail: string }[];
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : text;
  if (answer.ok) return body;
  const { code, detail, errors = [] } = isJson ? (body as Refusal) : { code: String(answer.status), detail: 'The API did not answer.' };
  throw new UsageError([`${code}: ${detail}`, ...errors.map((one) => `${one.path}: ${one.detail}`)].join('\n'));
}

/** The first line of standard input; at a terminal it is asked for and not shown. */
async function askedPassword(as: string): Promise<string> {
  const silent = new Writable({ write: (_text, _encoding, done) => done() });
  const terminal = process.stdin.isTTY;
  if (terminal) process.stderr.write(`Password of ${as}: `);
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  try {
    for await (const line of lines) return line;
    throw new UsageError('The password is read from standard input.');
  } finally {
    lines.close();
    if (terminal) process.stderr.write('\n');
  }
}

/**
 * Lets a command sign its person in at the API before it works: `--as` with the password on standard input, `--url` where the instance is another one.
 * @param work gets the command's other options and its arguments
 */
export function byPerson<W extends object>(
  command: Command,
  cli: Cli,
  work: (caller: ApiCaller, wish: W, args: string[]) => Promise<CliAnswer>,
): void {
  command
    .requiredOption('--as <sign-in>', 'who acts; the password is read from standard input')
    .option('--url <url>', 'address of the instance; else the one of the settings')
    .action(
      cli.answer(() => {
        const { as, url, ...wish } = command.opts<{ as: string; url?: string } & W>();
        const address = (url ?? cli.config().http.publicUrl).replace(/\/$/, '');
        return asPerson({ url: address, as }, (caller) => work(caller, wish as unknown as W, command.processedArgs.flat() as string[]));
      }),
    );
}
