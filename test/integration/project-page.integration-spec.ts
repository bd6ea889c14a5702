import { randomUUID } from 'node:crypto';
import { bodiesOf, createMailLinks, doorOf, type EntityKey, type EntryBody } from '@app/persistence';
import { Client } from 'pg';
import { rebuildDerived } from '../../apps/worker/src/engine/rebuild-summaries';
import { createPlayer } from '../../apps/worker/src/engine/player';
import { verifyLedger } from '../../apps/worker/src/engine/verify-ledger';
import { callerWith, openApiKit, type Answer, type ApiKit, type Caller } from '../support/api-kit';
import { closesAt, completeDraft, expectApplied, startProject, type CommitKit } from '../support/commit-kit';
import { waitFor } from '../support/wait-for';

interface Change {
  field: string;
  object: string | null;
  about: string | null;
  from: string | null;
  to: string | null;
}

interface Timeline {
  items: {
    rev: number;
    command: string;
    door: string | null;
    commandId?: string;
    hash?: string;
    changes: Change[];
    date?: number;
    events: { type: string }[];
  }[];
  dates: { ladder: string; dueOn: string }[];
  chain?: { intact: boolean; brokenAt: number | null };
}

interface Comment {
  commentId: string;
  authorName: string;
  body: string;
  version: number;
  mine: boolean;
  editableUntil: string | null;
}

/** A project in the formal check. */
async function checkedProject(kit: CommitKit): Promise<EntityKey> {
  const project = await startProject(kit, '2025-06-10T02:00:00.000Z');
  const { applicant, officer, head } = kit.people;
  await expectApplied(kit.give(project, 'SubmitApplication', await completeDraft(kit, project), applicant, '2025-07-01T02:00:00.000Z'));
  await expectApplied(kit.give(project, 'FreezeApplication', { closedAt: closesAt }, { kind: 'system' }, '2025-08-31T09:00:01.000Z'));
  await expectApplied(kit.give(project, 'AssignOfficer', { officerId: officer.personId }, head, '2025-09-01T02:00:00.000Z'));
  return project;
}

let kit: ApiKit;
let project: EntityKey;
let officer: Caller;
let head: Caller;

beforeAll(async () => {
  kit = await openApiKit();
  project = await checkedProject(kit);
  officer = await kit.as('officer');
  head = await kit.as('head');
}, 120_000);
afterAll(() => kit.close());

const page = (): string => `/api/projects/${project.id}`;
const entryOf = async (commandId: string): Promise<EntryBody | undefined> =>
  (await bodiesOf(kit.db, project)).find((body) => body.commandId === commandId);

describe('comments among colleagues', () => {
  const write = (caller: Caller, body: string, key = randomUUID()): Promise<Answer<Comment>> =>
    caller.post<Comment>(`${page()}/comments`, { body }, { 'idempotency-key': key });
  const list = async (caller: Caller): Promise<Comment[]> => (await caller.get<{ items: Comment[] }>(`${page()}/comments`)).body.items;

  it('are written, read by another officer as the text they are, and counted on the project', async () => {
    const words = '<img src=x onerror=alert(1)> =1+1 https://example.org/?a=1&b=2';
    const answer = await write(officer, words);
    expect([answer.status, answer.body.body, answer.body.mine]).toEqual([201, words, true]);
    const [seen] = await list(head);
    expect([seen?.body, seen?.authorName, seen?.mine, seen?.editableUntil]).toEqual([words, 'officer', false, null]);
    expect((await head.get<{ comments: number }>(page())).body.comments).toBe(1);
  });

  it('are seen although the project’s revision is still the one a browser may have kept an answer for', async () => {
    const { headers } = await head.get(page());
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', expect.stringMatching(/^"\d+"$/)]);
  });

  it('do not exist for partners, applicants and the chair of the panel, who learn nothing of their number either', async () => {
    for (const name of ['applicant', 'partner', 'legal'] as const) {
      const caller = await kit.as(name);
      expect([name, (await caller.get(`${page()}/comments`)).status, (await write(caller, 'mine')).status]).toEqual([name, 404, 404]);
      expect((await caller.get<{ comments: null }>(page())).body.comments).toBeNull();
    }
    expect((await (await kit.as('chair')).get(`${page()}/comments`)).status).toBe(404);
    expect((await kit.nobody.get(`${page()}/comments`)).status).toBe(401);
    expect(await list(head)).toHaveLength(1);
  });

  it('are written once however often they are sent, and refuse the key of another comment', async () => {
    const key = randomUUID();
    const both = await Promise.all([write(officer, 'once', key), write(officer, 'once', key)]);
    expect(both.map((one) => one.body.commentId)).toEqual([key, key]);
    expect((await list(officer)).filter((one) => one.body === 'once')).toHaveLength(1);
    expect((await write(head, 'other', key)).problem.code).toBe('KEY_REUSED');
  });

  it('are changed by their author only, for a quarter of an hour, and never over words he has not seen', async () => {
    const { commentId, version } = (await write(officer, 'first words')).body;
    const edit = (caller: Caller, body: string, seen: number): Promise<Answer<Comment>> =>
      caller.put<Comment>(`${page()}/comments/${commentId}`, { body }, { 'if-match': `"${seen}"` });
    const edited = await edit(officer, 'second words', version);
    expect([edited.body.body, edited.body.version]).toEqual(['second words', version + 1]);
    expect((await edit(officer, 'lost words', version)).problem.code).toBe('STALE_REVISION');
    expect((await edit(head, 'not mine', version + 1)).problem.code).toBe('NOT_ALLOWED');
    await kit.db.query(`UPDATE project_comment SET created_at = now() - interval '16 minutes' WHERE id = $1`, [commentId]);
    expect((await edit(officer, 'too late', version + 1)).problem.code).toBe('COMMENT_CLOSED');
  });

  it('are deleted by their author and brought back', async () => {
    const { commentId } = (await write(officer, 'in a hurry')).body;
    const own = `${page()}/comments/${commentId}`;
    expect((await head.ask('DELETE', own)).status).toBe(403);
    expect((await officer.ask('DELETE', own)).status).toBe(204);
    expect((await officer.ask('DELETE', own)).status).toBe(204);
    expect((await list(head)).some((one) => one.commentId === commentId)).toBe(false);
    expect((await officer.post<Comment>(`${own}/restore`, {})).body.body).toBe('in a hurry');
    expect((await list(head)).some((one) => one.commentId === commentId)).toBe(true);
  });

  it.each(['', '   ', 'x'.repeat(4_001), 'a\u0000b', '\ud800'])('refuse %j with a clear problem', async (body) => {
    expect((await write(officer, body)).problem.code).toBe('BAD_INPUT');
  });
});

describe('the door through which an act came', () => {
  /** Lets the rules decide what the API has stored, as the engine would; answers the entry that follows. */
  const recorded = async (commandType: string, ask: () => Promise<Answer>): Promise<EntryBody | undefined> => {
    const known = await kit.db.query<{ id: string }[]>('SELECT command_id AS id FROM command');
    const asked = ask();
    const stored = async (): Promise<{ id: string; type: string; actor: never; payload: unknown } | undefined> =>
      (
        await kit.db.query<{ id: string; type: string; actor: never; payload: unknown }[]>(
          `SELECT command_id AS id, type, actor, payload FROM command WHERE entity_id = $1 AND type = $2 AND command_id <> ALL($3::text[])`,
          [project.id, commandType, known.map((one) => one.id)],
        )
      )[0];
    await waitFor(async () => (await stored()) !== undefined, { what: 'the stored command' });
    const command = await stored();
    if (command === undefined) throw new Error('nothing was stored');
    await kit.commit(project, command);
    expect((await asked).status).toBe(200);
    return entryOf(command.id);
  };
  const check = (code: string): object => ({ code, verdict: 'pass' });

  it('is a page for a session', async () => {
    const entry = await recorded('RecordCheckItem', () => officer.post(`${page()}/commands/record-check-item`, check('on-time')));
    expect(entry?.via).toBe('web');
  });

  it('is the API for a token', async () => {
    const { secret } = (await officer.post<{ secret: string }>('/api/tokens', { name: 'script', scopes: ['read', 'command'], days: 1 }))
      .body;
    const script = callerWith(kit.api.url, { authorization: `Bearer ${secret}` });
    const entry = await recorded('RecordCheckItem', () => script.post(`${page()}/commands/record-check-item`, check('complete')));
    expect(entry?.via).toBe('api');
  });

  it('is a mail for a link', async () => {
    const [token = ''] = await createMailLinks(
      kit.db,
      [{ personId: kit.people.officer.personId, entity: project, commandType: 'RecordCheckItem', payload: {} }],
      1,
    );
    const entry = await recorded('RecordCheckItem', () => officer.post(`/api/action-links/${token}`, check('readable')));
    expect(entry?.via).toBe('mail-link');
  });

  it('is the programme for what a call tells its project, the tool and the first data for what is played', async () => {
    const bodies = await bodiesOf(kit.db, project);
    expect(bodies.map(({ type, via }) => [type, via])).toEqual(
      expect.arrayContaining([
        ['StartApplication', 'cli'],
        ['FreezeApplication', 'dispatch'],
      ]),
    );
    const player = createPlayer(kit.db, kit.tools, 'first-data');
    const id = randomUUID();
    await expectApplied(
      player.give(project, {
        id,
        type: 'RecordCheckItem',
        payload: check('signed'),
        actor: kit.people.officer,
        at: '2025-09-02T02:00:00.000Z',
      }),
    );
    expect((await entryOf(id))?.via).toBe('first-data');
  });

  it('is the clock for what nobody did', async () => {
    await kit.player.wakeUntil(project, '2025-09-05T02:00:00.000Z');
    const woken = (await bodiesOf(kit.db, project)).filter((body) => body.type === 'Wake');
    expect(woken.length).toBeGreaterThan(0);
    expect(new Set(woken.map((body) => body.via))).toEqual(new Set(['clock']));
  });

  it('is not told for a command that only the engine still knew', () => {
    expect(doorOf({ source: 'dispatch', actor: kit.people.officer })).toBeUndefined();
    expect(doorOf({ source: 'dispatch', actor: { kind: 'system' } })).toBe('dispatch');
  });

  it('stays in the ledger when everything derived is built anew, and leaves its chain unbroken', async () => {
    const before = (await bodiesOf(kit.db, project)).map((body) => body.via);
    await kit.db.query('DELETE FROM project_summary');
    await rebuildDerived(kit.db, kit.tools);
    expect((await bodiesOf(kit.db, project)).map((body) => body.via)).toEqual(before);
    expect((await verifyLedger(kit.db)).problems).toEqual([]);
  });
});

describe('the history', () => {
  const timelineFor = async (caller: Caller): Promise<Timeline> => (await caller.get<Timeline>(`${page()}/timeline`)).body;

  it('says what became of which value, through which door, and proves itself', async () => {
    const { items, chain, dates } = await timelineFor(officer);
    expect(chain).toEqual(expect.objectContaining({ intact: true, brokenAt: null }));
    const assigned = items.find((item) => item.command === 'AssignOfficer');
    expect(assigned?.changes).toContainEqual({ field: 'officer', object: null, about: null, kind: 'name', from: null, to: 'officer' });
    expect(assigned).toMatchObject({ door: 'cli', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    const frozen = items.find((item) => item.command === 'FreezeApplication');
    expect(frozen?.changes).toContainEqual(expect.objectContaining({ field: 'stage', from: 'application', to: 'review' }));
    expect(frozen?.changes).toContainEqual(expect.objectContaining({ field: 'deadline', object: 'check', from: null }));
    expect(items.filter((item) => item.command === 'Wake').every((item) => dates[item.date ?? -1]?.ladder === 'check')).toBe(true);
  });

  it('tells the applicant neither what was decided inside nor the marks of the ledger', async () => {
    const { items, chain } = await timelineFor(await kit.as('applicant'));
    expect(chain).toBeUndefined();
    expect(items.some((item) => item.commandId !== undefined || item.hash !== undefined)).toBe(false);
    expect(items.some((item) => item.events.some((event) => event.type === 'CheckItemRecorded'))).toBe(false);
    expect(items.flatMap((item) => item.changes).filter((change) => change.field === 'checkItem')).toEqual([]);
  });

  it('is given as a file with its proof to the Secretariat and to nobody else', async () => {
    const file = await officer.get<{ ledger: { text: string }[]; items: unknown[]; exportedBy: string }>(`${page()}/history`);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="LMGF-2025-A-\d+-history\.json"/);
    expect(file.body.ledger).toHaveLength((await bodiesOf(kit.db, project)).length);
    expect(file.body.exportedBy).toBe('officer');
    expect((await (await kit.as('applicant')).get(`${page()}/history`)).problem.code).toBe('NOT_ALLOWED');
  });

  it('keeps the ledger of a sealed application to itself', async () => {
    const sealed = await startProject(kit, '2025-08-01T02:00:00.000Z');
    const file = await officer.get<{ ledger?: unknown; items: unknown[] }>(`/api/projects/${sealed.id}/history`);
    expect([file.status, file.body.ledger, file.body.items.length > 0]).toEqual([200, undefined, true]);
  });

  it('says where its chain is broken', async () => {
    const owner = new Client(kit.database.ownerUrl);
    await owner.connect();
    const [body] = (await owner.query<{ body: string }>('SELECT body FROM ledger_entry WHERE id = $1 AND rev = 2', [project.id])).rows;
    await owner.query(`UPDATE ledger_entry SET body = replace(body, 'A-', 'B-') WHERE id = $1 AND rev = 2`, [project.id]);
    expect((await timelineFor(officer)).chain).toMatchObject({ intact: false, brokenAt: 2 });
    await owner.query('UPDATE ledger_entry SET body = $2 WHERE id = $1 AND rev = 2', [project.id, body?.body]);
    await owner.end();
    expect((await timelineFor(officer)).chain?.intact).toBe(true);
  });
});

describe('calendar days', () => {
  const days = (
    query: string,
  ): Promise<Answer<{ items: { country: string; date: string }[]; withoutTable: { country: string; year: number }[] }>> =>
    officer.get(`/api/calendar-days?${query}`);

  it('are the listed days of the asked countries and range, as the table has them', async () => {
    const { items, withoutTable } = (await days('countries=LA,CN&from=2026-01-01&to=2027-12-31')).body;
    const [counted] = await kit.db.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM calendar_day WHERE country IN ('LA', 'CN') AND date BETWEEN '2026-01-01' AND '2027-12-31'`,
    );
    expect(items).toHaveLength(counted?.count ?? -1);
    expect(new Set(items.map((item) => item.country))).toEqual(new Set(['LA', 'CN']));
    expect(withoutTable).toContainEqual({ country: 'CN', year: 2027 });
  });

  it.each([
    'countries=US&from=2026-01-01&to=2026-02-01',
    'countries=&from=2026-01-01&to=2026-02-01',
    'countries=CN&from=2569-01-01&to=2569-02-01',
    'countries=CN&from=2026-02-01&to=2026-01-01',
    'countries=CN&from=2000-01-01&to=2190-01-01',
    'countries=CN&from=2026-01-01',
  ])('refuse %s', async (query) => {
    expect((await days(query)).problem.code).toBe('BAD_INPUT');
  });
});

describe('what a project page says beside the state', () => {
  it('gives addresses and what comes next to the Secretariat, and no address to a party', async () => {
    const seen = (await officer.get<{ mailAddresses: Record<string, unknown>; following: unknown[] }>(page())).body;
    expect(Object.keys(seen.mailAddresses)).toContain(kit.people.applicant.personId);
    const party = (await (await kit.as('applicant')).get<{ mailAddresses: object }>(page())).body;
    expect(party.mailAddresses).toEqual({});
  });
});

describe('an act that is not possible now', () => {
  interface Refused {
    possible: boolean;
    sentence?: string;
    because?: { rule: string; ground: string; says: string; policyVersion?: number; policyValues?: { key: string; article: string }[] };
  }
  const chinese = /[\u4e00-\u9fff]/;

  it.each([
    ['en', false],
    ['zh-CN', true],
  ])('says on the page, in %s, on what that rests: the article, the rule, the version of the policy', async (language, isChinese) => {
    const { commands } = (await head.get<{ commands: (Refused & { type: string })[] }>(page(), { 'accept-language': language })).body;
    const refused = commands.filter((one) => !one.possible);
    expect(refused.length).toBeGreaterThan(3);
    for (const { type, sentence = '', because } of refused) {
      expect(because).toMatchObject({ rule: type, policyVersion: 1 });
      expect([type, chinese.test(sentence), chinese.test(because?.says ?? '')]).toEqual([type, isChinese, isChinese]);
    }
    expect(commands.filter((one) => one.possible && one.because !== undefined)).toEqual([]);
  });

  it('says so beside the planned mails, too, with the values of the policy and where they come from in the reader’s language', async () => {
    const answer = await head.get<{ series: { possible: Refused[] }[] }>(`${page()}/forecast`, { 'accept-language': 'zh-CN' });
    const refused = answer.body.series.flatMap((one) => one.possible).filter((one) => !one.possible);
    expect(refused.length).toBeGreaterThan(0);
    for (const { because } of refused) {
      expect(chinese.test(because?.says ?? '')).toBe(true);
      for (const { key, article } of because?.policyValues ?? []) expect([key, chinese.test(article)]).toEqual([key, true]);
    }
  });
});
