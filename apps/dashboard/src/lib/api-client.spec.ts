import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send } from './api-client';
import { rememberCsrfToken } from './session';
import { declineFreshSignIn, noteSessionBack, sessionEnd } from './session-end';

interface Seen {
  key: string | undefined;
  token: string | undefined;
  body: string;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

describe('a request that needs a recent sign-in', () => {
  const seen: Seen[] = [];
  let server: Server;
  let url = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      void textOf(request).then((body) => {
        const header = (name: string): string | undefined => request.headers[name]?.toString();
        seen.push({ key: header('idempotency-key'), token: header('x-csrf-token'), body });
        const fresh = header('x-csrf-token') === 'fresh';
        response.writeHead(fresh ? 200 : 403, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(fresh ? { done: true } : { code: 'FRESH_SIGN_IN_NEEDED' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/act`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    seen.length = 0;
    rememberCsrfToken('stale');
  });

  const act = (): Promise<Response> =>
    send(new Request(url, { method: 'POST', headers: { 'Idempotency-Key': 'k1', 'X-CSRF-Token': 'stale' }, body: 'typed' }));
  const asked = async (): Promise<void> => {
    while (!sessionEnd().asked) await new Promise((resolve) => setImmediate(resolve));
  };

  it('waits for the sign-in and then goes again, same content, same key, under the new session', async () => {
    const answer = act();
    await asked();
    rememberCsrfToken('fresh');
    noteSessionBack();
    expect(await (await answer).json()).toEqual({ done: true });
    expect(seen).toEqual([
      { key: 'k1', token: 'stale', body: 'typed' },
      { key: 'k1', token: 'fresh', body: 'typed' },
    ]);
    expect(sessionEnd()).toMatchObject({ asked: false, ended: false });
  });

  it('is refused, and not sent again, when nobody signs in', async () => {
    const answer = act();
    await asked();
    declineFreshSignIn();
    expect((await answer).status).toBe(403);
    expect(seen).toHaveLength(1);
  });
});
