import { randomUUID } from 'node:crypto';
import { disableAccount, sessionsOf } from '@app/persistence';
import { callerWith, cookieOf, openApiKit, signedIn, type ApiKit } from '../support/api-kit';

describe('signing in', () => {
  let kit: ApiKit;

  beforeAll(async () => {
    kit = await openApiKit();
  }, 120_000);
  afterAll(() => kit.close());

  it('opens a session whose cookie scripts cannot read, and stores only a hash of it', async () => {
    const answer = await kit.nobody.post('/api/session', kit.signInOf('head'));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ personId: kit.people.head.personId, roles: ['SH'] });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^gongfang-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    const secret = cookieOf(answer).split('=')[1] ?? '';
    const dump = await kit.db.query<unknown[]>('SELECT * FROM session');
    expect(JSON.stringify(dump)).not.toContain(secret);
    const me = await callerWith(kit.api.url, { cookie: cookieOf(answer) }).get('/api/me');
    expect(me.body).toMatchObject({ personId: kit.people.head.personId });
  });

  it('gives unknown name and wrong password the same answer, in the language asked for', async () => {
    const { signIn, password } = kit.signInOf('officer');
    const wrong = await kit.nobody.post('/api/session', { signIn, password: 'not the password' });
    const unknown = await kit.nobody.post('/api/session', { signIn: 'nobody@example.org', password }, { 'accept-language': 'zh-CN' });
    expect([wrong.status, wrong.problem.code]).toEqual([401, 'SIGN_IN_FAILED']);
    expect([unknown.status, unknown.problem.code]).toEqual([401, 'SIGN_IN_FAILED']);
    expect(wrong.problem.title).toBe('Name or password is wrong.');
    expect(unknown.problem.title).toBe('用户名或密码错误。');
  });

  it('makes guessing slow, per account, and says how long to wait', async () => {
    const guess = (): ReturnType<typeof kit.nobody.post> =>
      kit.nobody.post('/api/session', { signIn: 'slow@example.org', password: 'guess' });
    const answers = [];
    for (let attempt = 0; attempt < 8; attempt += 1) answers.push(await guess());
    const refused = answers.find((answer) => answer.status === 429);
    expect(refused?.problem.code).toBe('TOO_MANY_ATTEMPTS');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    await kit.db.query('DELETE FROM sign_in_throttle');
  });

  it('refuses a change without the session’s token, from another site, or with two cookies of the name', async () => {
    const answer = await kit.nobody.post<{ csrfToken: string }>('/api/session', kit.signInOf('head'));
    const cookie = cookieOf(answer);
    const token = { 'x-csrf-token': answer.body.csrfToken };
    const withCookie = callerWith(kit.api.url, { cookie });
    const body = { name: 'script', scopes: ['read'], days: 1 };
    expect((await withCookie.post('/api/tokens', body)).problem.code).toBe('CROSS_SITE');
    expect((await withCookie.post('/api/tokens', body, { ...token, 'sec-fetch-site': 'cross-site' })).problem.code).toBe('CROSS_SITE');
    expect((await withCookie.post('/api/tokens', body, { ...token, origin: 'https://evil.example' })).problem.code).toBe('CROSS_SITE');
    const planted = callerWith(kit.api.url, { cookie: `gongfang-session=${'A'.repeat(43)}; ${cookie}` });
    expect((await planted.get('/api/me')).status).toBe(401);
    expect((await withCookie.post('/api/tokens', body, { ...token, 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await kit.nobody.post('/api/session', kit.signInOf('head'), { 'sec-fetch-site': 'cross-site' })).problem.code).toBe(
      'CROSS_SITE',
    );
  });

  it('ends a session on sign-out, and all of them when the account is closed', async () => {
    const first = await signedIn(kit.api.url, kit.signInOf('secondHead'));
    const second = await signedIn(kit.api.url, kit.signInOf('secondHead'));
    expect((await first.ask('DELETE', '/api/session')).status).toBe(204);
    expect((await first.get('/api/me')).status).toBe(401);
    expect((await second.get('/api/me')).status).toBe(200);
    await disableAccount(kit.db, kit.people.secondHead.personId);
    expect((await second.get('/api/me')).status).toBe(401);
    expect(await sessionsOf(kit.db, kit.people.secondHead.personId)).toEqual([]);
    expect((await kit.nobody.post('/api/session', kit.signInOf('secondHead'))).problem.code).toBe('SIGN_IN_FAILED');
  });

  it('limits a token to its scopes, and revokes it at once', async () => {
    const head = await kit.as('head');
    const made = await head.post<{ id: string; secret: string }>('/api/tokens', { name: 'reader', scopes: ['read'], days: 1 });
    const token = callerWith(kit.api.url, { authorization: `Bearer ${made.body.secret}` });
    expect((await token.get('/api/projects')).status).toBe(200);
    expect((await token.post('/api/projects', { callId: kit.call.id })).problem).toMatchObject({ code: 'SCOPE_MISSING', status: 403 });
    expect((await token.post('/api/tokens', { name: 'more', scopes: ['command'], days: 1 })).problem.code).toBe('SCOPE_MISSING');
    expect((await head.ask('DELETE', `/api/tokens/${made.body.id}`)).status).toBe(204);
    expect((await token.get('/api/projects')).status).toBe(401);
    const officer = await kit.as('officer');
    expect((await officer.ask('DELETE', `/api/tokens/${made.body.id}`)).status).toBe(404);
  });

  it('asks for a recent sign-in before a dangerous act: an old session is told so, a token is never enough', async () => {
    const old = await signedIn(kit.api.url, kit.signInOf('head'));
    const body = { name: 'script', scopes: ['read', 'command'], days: 1 };
    const made = await old.post<{ secret: string }>('/api/tokens', body);
    expect(made.status).toBe(201);
    await kit.db.query(`UPDATE session SET created_at = now() - interval '16 minutes' WHERE person_id = $1`, [kit.people.head.personId]);
    const refused = await old.post('/api/tokens', body, { 'accept-language': 'zh-CN' });
    expect(refused.problem).toMatchObject({ code: 'FRESH_SIGN_IN_NEEDED', status: 403, values: { minutes: 15 } });
    expect(refused.problem.title).toContain('15 分钟');
    expect((await old.get('/api/me')).status).toBe(200);
    const again = await signedIn(kit.api.url, kit.signInOf('head'));
    expect((await again.post('/api/tokens', body)).status).toBe(201);
    await kit.db.query('UPDATE session SET created_at = now() WHERE person_id = $1', [kit.people.head.personId]);
  });

  it('changes the own password only for who knows the old one, and refuses what everybody guesses', async () => {
    const partner = await kit.as('partner');
    const { password } = kit.signInOf('partner');
    expect((await partner.put('/api/session/password', { oldPassword: 'wrong', newPassword: 'a good long one' })).status).toBe(401);
    expect((await partner.put('/api/session/password', { oldPassword: password, newPassword: 'gongfang' })).problem.code).toBe(
      'PASSWORD_REFUSED',
    );
    expect((await partner.put('/api/session/password', { oldPassword: password, newPassword: 'a good long one' })).status).toBe(204);
    expect((await kit.nobody.post('/api/session', { signIn: 'partner@example.org', password })).status).toBe(401);
    expect((await kit.nobody.post('/api/session', { signIn: 'partner@example.org', password: 'a good long one' })).status).toBe(201);
  });

  it('answers nothing to who is not signed in, and 405 with the methods there are', async () => {
    for (const path of ['/api/me', '/api/projects', `/api/projects/${randomUUID()}`, '/api/people', '/api/calls', '/api/events']) {
      expect([path, (await kit.nobody.get(path)).status]).toEqual([path, 401]);
    }
    const wrong = await (await kit.as('head')).ask('DELETE', '/api/projects');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect((await kit.nobody.get('/api/health/live')).body).toEqual({ live: true });
  });
});
