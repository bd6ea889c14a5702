import { randomUUID } from 'node:crypto';
import type { ProjectState } from '@app/domain';
import { createRuleData, type EntityKey } from '@app/persistence';
import { derivedHashes } from '@app/persistence/ledger-writer';
import { rebuildDerived } from '../../apps/worker/src/engine/rebuild-summaries';
import { openProposalOf } from '../../apps/worker/src/story/open-proposal';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import { idOf } from '../../apps/worker/src/story/story-ids';
import { signedIn, type Answer, type Caller } from '../support/api-kit';
import { campaignPlot } from '../support/campaign-plot';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';

interface Line {
  projectId: string;
  reference: string;
  country: string;
  state: string;
  suspended: boolean;
  dueOn: string | null;
  submittedAt: string | null;
  acceptedAt: string | null;
  mails: { notification: string; step: string; sent: boolean }[];
}
interface Grid {
  totals: { state: string; projects: number; suspended: number }[];
  items: Line[];
  next: string | null;
}
interface Checked {
  items: { projectId: string; possible: boolean; sentence: string | null; readers: { name: string; country: string }[] }[];
}

const reason = '请尽快提交。 Please hand it in. <b>=1+1</b>';

let kit: RehearsalKit;
let api: ApiProcess;
let room: PlayedRoom;
let projects: Record<'accepted' | 'submitted' | 'open' | 'late', EntityKey>;
const callers = new Map<string, Promise<Caller>>();

function as(key: string): Promise<Caller> {
  const email = addressOf(player(key));
  const password = kit.people.find((one) => one.email === email)?.password ?? '';
  const known = callers.get(key) ?? signedIn(api.url, { signIn: email, password });
  callers.set(key, known);
  return known;
}

beforeAll(async () => {
  kit = await openRehearsalKit();
  api = await startApi(kit.workspace.env);
  room = await kit.roomAt('2027-03-29T02:00:00.000Z', (clock) => [campaignPlot(clock)]);
  projects = {
    accepted: room.project('logistics-la'),
    submitted: room.project('furniture-vn'),
    open: room.project('mechatronics-mm'),
    late: room.project('construction-kh'),
  };
}, 240_000);
afterAll(async () => {
  await api?.stop();
  await kit?.close();
}, 60_000);

async function grid(query = '', by = 'officer', year = 2026): Promise<Grid> {
  const { status, body } = await (await as(by)).get<Grid>(`/api/campaigns/${year}?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body;
}

async function idsIn(query: string, by?: string): Promise<string[]> {
  return (await grid(query, by)).items.map((line) => line.projectId).sort();
}

async function states(): Promise<ProjectState[]> {
  const rows = await kit.db.query<{ state: ProjectState }[]>(`SELECT state FROM entity_head WHERE kind = 'project'`);
  return rows.map((row) => row.state);
}

function ids(...keys: EntityKey[]): string[] {
  return keys.map(({ id }) => id).sort();
}

async function command(name: string, { id }: EntityKey, body: object, by = 'officer', key = randomUUID()): Promise<Answer> {
  return (await as(by)).post(`/api/projects/${id}/commands/${name}`, { reason, ...body }, { 'idempotency-key': key });
}

async function check(projectIds: string[], by = 'officer', year = '2026'): Promise<Answer<Checked>> {
  return (await as(by)).post<Checked>(`/api/campaigns/${year}/remind-check`, { projectIds });
}

describe('the grid of annual reports', () => {
  it('shows where the report of each project stands, as the projects’ own states say', async () => {
    const all = await states();
    for (const year of [2025, 2026, 2027]) {
      const expected = all.flatMap((state) => {
        const report = state.reports.find((one) => one.year === year);
        const planned = state.deadlines.some((one) => one.object === `report-${year}`);
        return report === undefined && !planned ? [] : [[state.id, report?.state ?? 'planned', report?.acceptedAt ?? null]];
      });
      const shown = (await grid('', 'officer', year)).items.map((line) => [line.projectId, line.state, line.acceptedAt]);
      expect(shown.sort()).toEqual(expected.sort());
      expect(shown).toHaveLength(all.length);
    }
    expect((await grid()).items.find((line) => line.projectId === projects.open.id)?.dueOn).toBe('2027-03-31');
  });

  it('adds up: totals by state equal the lines, whatever else is filtered', async () => {
    for (const query of ['', 'country=LA', 'state=open']) {
      const { totals } = await grid(query);
      const lines = (await grid(query.replace('state=open', ''))).items;
      for (const { state, projects: count } of totals) expect(lines.filter((line) => line.state === state)).toHaveLength(count);
      expect(totals.reduce((sum, one) => sum + one.projects, 0)).toBe(lines.length);
    }
    expect((await grid()).totals).toEqual([
      { state: 'accepted', projects: 1, suspended: 0 },
      { state: 'open', projects: 2, suspended: 0 },
      { state: 'submitted', projects: 1, suspended: 0 },
    ]);
  });

  it('names the years with reports, the newest first, with how many are open', async () => {
    const { body } = await (await as('officer')).get<{ items: unknown[] }>('/api/campaigns');
    const none = { planned: 0, open: 0, overdue: 0, submitted: 0, accepted: 0, merged: 0, waived: 0 };
    expect(body.items).toEqual([
      // As planned, and when it was: the first day of the year on which China works, of the years that have a calendar.
      { year: 2027, projects: 4, ...none, planned: 4, opensAt: '2028-01-02T16:00:00.000Z' },
      {
        year: 2026,
        projects: 4,
        ...none,
        open: 2,
        submitted: 1,
        accepted: 1,
        opensAt: expect.stringMatching(/^2026-12-31T16:0/) as string,
      },
      { year: 2025, projects: 4, ...none, merged: 4, opensAt: expect.any(String) as string },
    ]);
  });

  it.each(['officer', 'head', 'archivist', 'admin', 'council-chair', 'council-th', 'lead-erhai', 'host-tonle', 'expert-th', 'ministry-la'])(
    'shows %s the projects that he may read, and no more',
    async (key) => {
      const actor = idOf(key);
      const readsAll = ['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC'].some((role) => player(key).roles.includes(role as never));
      const readable = (await states()).filter(
        (state) =>
          readsAll ||
          state.startedBy === actor ||
          state.contacts.some((one) => one.personId === actor) ||
          state.review.assignments.some((one) => one.expertId === actor) ||
          (player(key).roles.includes('MR') && state.projectRef !== undefined && state.hostCountry === player(key).country),
      );
      const { items, totals } = await grid('', key);
      expect(items.map((line) => line.projectId).sort()).toEqual(readable.map((state) => state.id).sort());
      expect(totals.reduce((sum, one) => sum + one.projects, 0)).toBe(readable.length);
      const { body } = await (await as(key)).get<{ items: { year: number; projects: number }[] }>('/api/campaigns');
      expect(body.items.find((one) => one.year === 2026)?.projects ?? 0).toBe(readable.length);
    },
  );

  it('tells the Secretariat of every mail about a report, and others only of those to themselves', async () => {
    const told = async (by: string): Promise<string[]> =>
      ((await grid('', by)).items.find((line) => line.projectId === projects.open.id)?.mails ?? []).map((mail) => mail.notification);
    expect(await told('officer')).toContain('report-opened');
    expect(await told('contact-erhai')).toContain('report-opened');
    expect(await told('host-ayeyarwady')).toEqual([]);
  });

  it('is not there for strangers', async () => {
    expect((await fetch(`${api.url}/api/campaigns/2026`)).status).toBe(401);
  });
});

describe('filters, orders and pages of the grid', () => {
  it.each([
    ['one state', 'state=accepted', ['accepted']],
    ['several states', 'state=accepted,submitted', ['accepted', 'submitted']],
    ['the host country', 'country=MM', ['open']],
    ['nobody suspended yet', 'suspended=true', []],
    ['those that are not suspended', 'suspended=false', ['accepted', 'submitted', 'open', 'late']],
    ['part of the institution’s name', 'q=%E6%B4%B1%E6%B5%B7', ['submitted', 'open']],
    ['the end of a reference', 'q=LA-001', ['accepted']],
    ['a sign that means something to the database', 'q=%25', []],
  ] as const)('by %s', async (_what, query, keys) => {
    expect(await idsIn(query)).toEqual(ids(...keys.map((key) => projects[key])));
  });

  it('by the officer', async () => {
    for (const key of ['officer', 'officer-2', 'head']) {
      const own = (await states()).filter((state) => state.officerId === idOf(key)).map((state) => state.id);
      expect(await idsIn(`officer=${idOf(key)}`)).toEqual(own.sort());
    }
  });

  it('goes on page by page in every order, without losing or repeating a line', async () => {
    const all = await idsIn('');
    for (const sort of ['reference', '-reference', 'due', '-due']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Grid = await grid(`limit=1&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`);
        seen.push(...page.items.map((line) => line.projectId));
        cursor = page.next;
      }
      expect([sort, [...seen].sort()]).toEqual([sort, all]);
      if (sort === 'due') expect(seen.slice(2).sort()).toEqual(ids(projects.accepted, projects.submitted));
    }
  });

  it.each([
    ['a filter that does not exist', 'colour=red'],
    ['a state that does not exist', 'state=lost'],
    ['an order that does not exist', 'sort=title'],
    ['a search of 10,000 characters', `q=${'a'.repeat(10_000)}`],
    ['a page of 10,000', 'limit=10000'],
    ['no cursor at all', 'cursor=%3Cb%3E'],
  ])('refuse %s with a problem', async (_what, query) => {
    expect((await (await as('officer')).get(`/api/campaigns/2026?${query}`)).problem).toMatchObject({ status: 400, code: 'BAD_INPUT' });
  });

  it('refuse the cursor of another year, another filter, another order, another list, and an instant that is none', async () => {
    const { next } = await grid('limit=1&sort=due');
    const of = async (query: string): Promise<unknown> => (await (await as('officer')).get(query)).problem.code;
    expect(await of(`/api/campaigns/2026?limit=1&sort=due&cursor=${next}`)).toBeUndefined();
    const read = JSON.parse(Buffer.from(next ?? '', 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...read, key: '2027-02-30T00:00:00.000000Z' })).toString('base64url');
    for (const query of [
      `/api/campaigns/2025?sort=due&cursor=${next}`,
      `/api/campaigns/2026?sort=due&country=LA&cursor=${next}`,
      `/api/campaigns/2026?sort=-due&cursor=${next}`,
      `/api/projects?cursor=${next}`,
      `/api/campaigns/2026?sort=due&cursor=${changed}`,
    ])
      expect([query, await of(query)]).toEqual([query, 'BAD_INPUT']);
    for (const year of ['1', '20267', 'abcd']) expect(await of(`/api/campaigns/${year}`)).toBe('BAD_INPUT');
  });
});

describe('the table of reports', () => {
  it('is rebuilt from the ledger as it was, and rows without a ledger go', async () => {
    const before = await derivedHashes(kit.db);
    await kit.db.query('DELETE FROM project_report');
    await kit.db.query(
      `INSERT INTO project_report (project_id, year, state, short_form, opens_at) VALUES ($1, 2026, 'open', FALSE, now())`,
      [randomUUID()],
    );
    expect((await derivedHashes(kit.db)).project_report).not.toBe(before.project_report);
    await rebuildDerived(kit.db, { ruleData: createRuleData(), production: false, rollAt: 600, onFailure: () => undefined });
    expect((await derivedHashes(kit.db)).project_report).toBe(before.project_report);
  });
});

describe('reminding now', () => {
  it('is checked first: whom each mail would reach, or why it is refused, in the order asked and nothing written', async () => {
    const asked = [projects.accepted.id, projects.late.id, projects.open.id];
    const { status, body } = await check(asked);
    expect([status, body.items.map((one) => one.projectId)]).toEqual([200, asked]);
    expect(body.items.map((one) => one.possible)).toEqual([false, true, true]);
    expect(body.items[0]?.sentence).not.toBe('');
    const names = ['lead-yujiang', 'contact-yujiang'].map((key) => ({ name: player(key).fullName, country: 'CN' }));
    expect(body.items[1]?.readers).toEqual(names);
    expect(await extraMails()).toEqual([]);
  });

  it('is for the Secretariat', async () => {
    expect((await check([projects.open.id], 'head')).status).toBe(200);
    for (const key of ['lead-erhai', 'admin', 'council-chair']) {
      expect([key, (await check([projects.open.id], key)).problem.code]).toEqual([key, 'NOT_ALLOWED']);
    }
    expect((await command('send-now', projects.open, { rule: 'report', object: '2026' }, 'lead-erhai')).status).toBe(403);
  });

  it.each([
    ['nobody', [], '2026'],
    ['somebody twice', ['a', 'a'], '2026'],
    ['more than 200', Array.from({ length: 201 }, (_, i) => `n${i}`), '2026'],
    ['a year that is none', ['a'], '26'],
  ])('refuses the check of %s', async (_what, names, year) => {
    const known = new Map(names.map((name) => [name, randomUUID()]));
    const answer = await check(
      names.map((name) => known.get(name) ?? ''),
      'officer',
      year,
    );
    expect(answer.problem).toMatchObject({ status: 400, code: 'BAD_INPUT' });
  });

  it('does not know a project that is not there', async () => {
    expect((await check([projects.open.id, randomUUID()])).problem.code).toBe('NOT_FOUND');
  });

  it('sends each reader of a selection exactly one mail; the same again is quiet, another on the same day is refused', async () => {
    const selection = [projects.open, projects.late];
    const readers = (await check(ids(...selection))).body.items.flatMap((one) => one.readers.map((reader) => reader.name));
    const keys = selection.map(() => randomUUID());
    const send = (again = keys): Promise<Answer[]> =>
      Promise.all(selection.map((one, i) => command('send-now', one, { rule: 'report', object: '2026' }, 'officer', again[i])));
    const first = await send();
    expect(first.map((one) => one.status)).toEqual([200, 200]);
    expect((await send()).map((one) => one.body)).toEqual(first.map((one) => one.body));
    expect((await send(selection.map(() => randomUUID()))).map((one) => one.problem.code)).toEqual(['REMINDED_TODAY', 'REMINDED_TODAY']);
    expect((await check(ids(...selection))).body.items.map((one) => one.possible)).toEqual([false, false]);
    await room.clock.runTo('2027-03-29T02:10:00.000Z');
    expect(await extraMails()).toEqual(readers.sort().map((name) => ({ name, step: 'extra.2027-03-29', state: 'sent', mails: 1 })));
    for (const line of (await grid('state=open')).items)
      expect(line.mails.at(-1)).toMatchObject({ notification: 'reminder', step: 'extra.2027-03-29', sent: true });
  });

  async function extraMails(): Promise<unknown[]> {
    return kit.db.query(
      `SELECT p.full_name AS name, o.intent->>'step' AS step, o.state, count(*)::int AS mails FROM outbox o JOIN person p ON p.id = o.person_id
        WHERE o.kind = 'mail' AND o.intent->>'rule' = 'report' AND o.intent->>'step' LIKE 'extra.%' GROUP BY 1, 2, 3 ORDER BY p.full_name COLLATE "C"`,
    );
  }
});

describe('as time goes on', () => {
  it('a report that was due is overdue, one that was put off is still open, and a suspended project says so', async () => {
    expect((await command('snooze', projects.open, { rule: 'report', object: '2026', workingDays: 5 })).status).toBe(200);
    await room.clock.runTo('2027-04-01T02:00:00.000Z');
    expect([await idsIn('state=overdue'), await idsIn('state=open')]).toEqual([ids(projects.late), ids(projects.open)]);
    expect((await check([projects.late.id])).body.items[0]?.possible).toBe(true);
    expect((await command('hold', projects.late, { kind: 'suspension', reasonCode: 'REQUEST' }, 'head')).status).toBe(200);
    const proposalId = await openProposalOf(kit.db, projects.late);
    expect((await command('confirm-proposal', projects.late, { proposalId, reason: undefined }, 'deputy')).status).toBe(200);
    expect(await idsIn('suspended=true')).toEqual(ids(projects.late));
    expect((await grid()).totals.find((one) => one.state === 'overdue')).toEqual({ state: 'overdue', projects: 1, suspended: 1 });
    const { body } = await (await as('officer')).get<{ items: { year: number; open: number; overdue: number }[] }>('/api/campaigns');
    expect(body.items.find((one) => one.year === 2026)).toMatchObject({ open: 2, overdue: 1 });
  }, 120_000);
});
