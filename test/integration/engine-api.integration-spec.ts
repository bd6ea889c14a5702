import { randomUUID } from 'node:crypto';
import { grantRole } from '@app/persistence';
import { openApiKit, type ApiKit, type Caller } from '../support/api-kit';
import { startProject } from '../support/commit-kit';

interface Check {
  id: string;
  state: string;
  replayed: number;
}

describe('replay checks and repairs over the API', () => {
  let kit: ApiKit;
  let admin: Caller;
  let projectId: string;
  beforeAll(async () => {
    kit = await openApiKit();
    await grantRole(kit.db, kit.people.secondHead.personId, 'AD');
    admin = await kit.as('secondHead');
    projectId = (await startProject(kit, '2025-06-04T02:00:00.000Z')).id;
  }, 120_000);
  afterAll(() => kit.close());

  const pages = ['/api/engine/replay-checks', '/api/engine/findings', '/api/engine/repairs'];

  it('are read by heads and administrators, by nobody else, and started by administrators only', async () => {
    const [head, officer] = [await kit.as('head'), await kit.as('officer')];
    for (const page of pages) {
      expect((await admin.get(page)).status).toBe(200);
      expect((await head.get(page)).status).toBe(200);
      expect((await officer.get(page)).problem).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
      expect((await kit.nobody.get(page)).status).toBe(401);
    }
    const sync = { act: 'sync', entityKind: 'project', entityId: projectId, reason: 'drill' };
    for (const [path, body] of [
      ['/api/engine/replay-checks', {}],
      ['/api/engine/repairs', sync],
    ] as const) {
      expect((await head.post(path, body)).problem).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    }
  });

  it('a check is one check under its key; another wish under that key is refused', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await admin.post<Check>('/api/engine/replay-checks', { project: projectId }, key);
    expect(first).toMatchObject({ status: 202, body: { id: key['Idempotency-Key'], state: 'running', replayed: 0 } });
    expect((await admin.post<Check>('/api/engine/replay-checks', { project: projectId }, key)).body.id).toBe(first.body.id);
    expect((await admin.post('/api/engine/replay-checks', {}, key)).problem).toMatchObject({ status: 422, code: 'KEY_REUSED' });
    expect((await admin.get<Check>(`/api/engine/replay-checks/${first.body.id}`)).body.id).toBe(first.body.id);
    expect((await admin.get<{ items: Check[] }>('/api/engine/replay-checks')).body.items.map(({ id }) => id)).toContain(first.body.id);
  });

  it('asked for many at once: what is not there is named, and nothing stands on record of it', async () => {
    const nowhere = randomUUID();
    const asked = { act: 'sync', entities: [{ kind: 'project', id: nowhere }], reason: 'drill' };
    expect(await admin.post('/api/engine/repairs/many', asked)).toMatchObject({
      status: 202,
      body: { items: [{ entityKind: 'project', entityId: nowhere, whyNot: 'NOT_FOUND', repair: null }] },
    });
    expect((await (await kit.as('head')).post('/api/engine/repairs/many', asked)).problem).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await kit.db.query<unknown[]>('SELECT FROM technical_act')).toEqual([]);
  });

  it.each([
    ['/api/engine/replay-checks', { project: 'NO-SUCH-PROJECT' }, 'NOT_FOUND'],
    ['/api/engine/replay-checks', { candidate: '../../etc/passwd' }, 'CANDIDATE_OUTSIDE'],
    ['/api/engine/replay-checks', { candidate: '/etc/passwd' }, 'CANDIDATE_OUTSIDE'],
    ['/api/engine/replay-checks', { candidates: 'x.js' }, 'BAD_INPUT'],
    ['/api/engine/repairs', { act: 'sync', entityKind: 'project', entityId: randomUUID(), reason: '  ' }, 'BAD_INPUT'],
    ['/api/engine/repairs', { act: 'explode', entityKind: 'project', entityId: randomUUID(), reason: 'drill' }, 'BAD_INPUT'],
    ['/api/engine/repairs', { act: 'reset', entityKind: 'project', entityId: randomUUID(), reason: 'drill' }, 'BAD_INPUT'],
    [`/api/engine/repairs/${randomUUID()}/confirm`, {}, 'NOT_FOUND'],
    ['/api/engine/repairs', { act: 'sync', entityKind: 'project', entityId: randomUUID(), reason: 'drill' }, 'NOT_FOUND'],
    ['/api/engine/repairs/many', { act: 'reset', entities: [{ kind: 'project', id: randomUUID() }], reason: 'drill' }, 'BAD_INPUT'],
    ['/api/engine/repairs/many', { act: 'sync', entities: [], reason: 'drill' }, 'BAD_INPUT'],
  ])('%s with %j is refused as %s and leaves nothing behind', async (path, body, code) => {
    const count = async (): Promise<unknown> =>
      kit.db.query('SELECT (SELECT count(*) FROM technical_act) AS acts, (SELECT count(*) FROM replay_check) AS checks');
    const before = await count();
    expect((await admin.post(path, body)).problem).toMatchObject({ code });
    expect(await count()).toEqual(before);
  });
});
