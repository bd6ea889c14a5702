import ICAL from 'ical.js';
import type { EntityKey } from '@app/persistence';
import { startProject } from '../support/commit-kit';
import { openApiKit, type ApiKit, type Caller } from '../support/api-kit';

const june = '2025-06-10T02:00:00.000Z';

interface Feed {
  url: string;
}

function eventsIn(text: string): { uid: string; sequence: number; status: string; summary: string; start: Date; end: Date }[] {
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(one.getFirstPropertyValue('status')),
      summary: event.summary,
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
    };
  });
}

describe('the calendar feed', () => {
  let kit: ApiKit;
  let applicant: Caller;
  let project: EntityKey;
  let path: string;

  beforeAll(async () => {
    kit = await openApiKit();
    applicant = await kit.as('applicant');
    project = await startProject(kit, june);
    const made = await applicant.post<Feed>('/api/me/calendar-feed', {});
    path = new URL(made.body.url).pathname;
  }, 60_000);
  afterAll(() => kit.close());

  const read = (headers?: Record<string, string>) => kit.nobody.get<string>(path, headers);
  const dates = async () => eventsIn((await read()).body);

  it('holds what is asked of the person, in UTC, with the hints for how often to look', async () => {
    const { status, headers, body } = await read();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/calendar/);
    expect(body).toContain('REFRESH-INTERVAL');
    expect(body).toContain('X-PUBLISHED-TTL');
    const [draft, ...more] = eventsIn(body);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ sequence: 0, status: 'CONFIRMED' });
    expect(draft?.uid).toContain(`project/${project.id}/draft/-`);
    expect(draft?.end.toISOString()).toBe('2025-08-31T09:00:00.000Z');
    expect(body).toMatch(/DTEND:20250831T090000Z/);
  });

  it('reads the same to the byte as long as nothing changed, and says so', async () => {
    const first = await read();
    const etag = first.headers.get('etag') ?? '';
    expect((await read()).body).toBe(first.body);
    expect((await read({ 'If-None-Match': etag })).status).toBe(304);
  });

  it('keeps the UID and raises the number when a date moves, and calls off what is gone', async () => {
    const [before] = await dates();
    await kit.db.query(`UPDATE project_summary SET tasks = jsonb_set(tasks, '{0,endsAt}', '"2025-09-05T09:00:00.000Z"') WHERE id = $1`, [
      project.id,
    ]);
    const [moved] = await dates();
    expect(moved).toMatchObject({ uid: before?.uid, sequence: 1, status: 'CONFIRMED' });
    expect(moved?.end.toISOString()).toBe('2025-09-05T09:00:00.000Z');
    const { rows } = { rows: await kit.db.query<{ tasks: unknown }[]>('SELECT tasks FROM project_summary WHERE id = $1', [project.id]) };
    await kit.db.query(`UPDATE project_summary SET tasks = '[]', asked_ids = '{}' WHERE id = $1`, [project.id]);
    expect((await dates())[0]).toMatchObject({ uid: before?.uid, sequence: 2, status: 'CANCELLED' });
    await kit.db.query(`UPDATE project_summary SET tasks = $2::jsonb, asked_ids = ARRAY[$3::uuid] WHERE id = $1`, [
      project.id,
      JSON.stringify(rows[0]?.tasks),
      kit.people.applicant.personId,
    ]);
    expect((await dates())[0]).toMatchObject({ uid: before?.uid, sequence: 3, status: 'CONFIRMED' });
  });

  it('speaks the language of the person', async () => {
    const wish = { zone: 'Asia/Vientiane', digest: 'daily' };
    await applicant.put('/api/me/preferences', { ...wish, language: 'zh-CN' });
    const chinese = (await dates())[0]?.summary;
    await applicant.put('/api/me/preferences', { ...wish, language: 'en' });
    expect(chinese).toMatch(/[\u4e00-\u9fff]/);
    expect((await dates())[0]?.summary).toMatch(/draft/);
  });

  it('ends with its address: a new one replaces it, an ended one is not found, and nothing tells a wrong one from an old one', async () => {
    const old = path;
    path = new URL((await applicant.post<Feed>('/api/me/calendar-feed', {})).body.url).pathname;
    expect((await kit.nobody.get(old)).status).toBe(404);
    expect((await read()).status).toBe(200);
    const [stored] = await kit.db.query<{ hash: Buffer }[]>('SELECT token_hash AS hash FROM calendar_feed');
    expect(stored?.hash.toString('base64url')).not.toBe(path.replace(/^.*\/|\.ics$/g, ''));
    expect((await applicant.ask('DELETE', '/api/me/calendar-feed')).status).toBe(204);
    expect((await read()).status).toBe(404);
    expect((await applicant.ask('DELETE', '/api/me/calendar-feed')).status).toBe(404);
    expect((await kit.nobody.get(`/api/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404);
    expect((await kit.nobody.get('/api/calendar/short.ics')).status).toBe(400);
    expect((await kit.nobody.post('/api/me/calendar-feed', {})).status).toBe(401);
  });
});

describe('preferences', () => {
  let kit: ApiKit;
  beforeAll(async () => {
    kit = await openApiKit();
  }, 60_000);
  afterAll(() => kit.close());

  it('are stored for the person and told with who is signed in', async () => {
    const legal = await kit.as('legal');
    const wish = { language: 'en', zone: 'Asia/Yangon', digest: 'off' };
    expect((await legal.put('/api/me/preferences', wish)).body).toMatchObject(wish);
    expect((await legal.get('/api/me')).body).toMatchObject(wish);
    expect((await (await kit.as('officer')).get<{ digest: string }>('/api/me')).body.digest).toBe('daily');
  });

  it.each([
    ['zone', { language: 'en', zone: 'Moon/Crater', digest: 'off' }],
    ['digest', { language: 'en', zone: 'UTC', digest: 'hourly' }],
    ['language', { language: '<b>', zone: 'UTC', digest: 'off' }],
  ])('refuse a wrong %s and say at which field', async (field, body) => {
    const answer = await (await kit.as('legal')).put('/api/me/preferences', body);
    expect(answer.status).toBe(400);
    expect(answer.problem.errors?.map(({ path }) => path)).toEqual([field]);
  });
});

describe('tasks over HTTP', () => {
  let kit: ApiKit;
  let project: EntityKey;
  beforeAll(async () => {
    kit = await openApiKit();
    project = await startProject(kit, june);
  }, 60_000);
  afterAll(() => kit.close());

  interface Tasks {
    total: number;
    items: { key: string; entity: EntityKey; mine: boolean; command: string; overdue: boolean; why: object; now: string }[];
  }

  it('tell what, why and whether one may do it oneself', async () => {
    const { body } = await (await kit.as('applicant')).get<Tasks>('/api/tasks');
    expect(body.items).toEqual([
      expect.objectContaining({ key: 'draft/-', entity: project, command: 'SubmitApplication', mine: true, overdue: false }),
    ]);
    expect(body.items[0]?.why).toMatchObject({ because: { dueOn: expect.stringMatching(/^2025-08-3/) as string } });
  });

  it('are nobody else’s', async () => {
    expect((await (await kit.as('partner')).get<Tasks>('/api/tasks')).body.total).toBe(0);
    expect((await kit.nobody.get('/api/tasks')).status).toBe(401);
  });

  it('list what was done with its receipt, page by page', async () => {
    const caller = await kit.as('applicant');
    for (let at = 0; at < 21; at += 1) await startProject(kit, june);
    const first = await caller.get<{ items: { command: string; receipt: number; commandId: string }[]; next: string | null }>(
      '/api/tasks/done',
    );
    expect(first.body.items).toHaveLength(20);
    expect(first.body.items[0]).toMatchObject({ command: 'StartApplication', receipt: 1 });
    const second = await caller.get<{ items: { commandId: string }[]; next: string | null }>(
      `/api/tasks/done?cursor=${first.body.next ?? ''}`,
    );
    expect(second.body).toMatchObject({ next: null });
    const ids = [...first.body.items, ...second.body.items].map(({ commandId }) => commandId);
    expect(new Set(ids).size).toBe(22);
    for (const cursor of ['x', 'e30', Buffer.from('{"key":"now","id":"1","rev":0}').toString('base64url')])
      expect((await caller.get(`/api/tasks/done?cursor=${cursor}`)).status).toBe(400);
  });
});
