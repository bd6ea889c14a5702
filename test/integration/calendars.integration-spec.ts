import { randomUUID } from 'node:crypto';
import {
  addPerson,
  calendarDraft,
  calendarVersion,
  createAccount,
  createRuleData,
  findAct,
  hashPassword,
  writeCalendarYear,
  type EntityKey,
} from '@app/persistence';
import { connectClient, loadConfig } from '@app/platform';
import { replanCalendars } from '../../apps/worker/src/engine/replan-calendars';
import { openApiKit, signedIn, type ApiKit, type Caller } from '../support/api-kit';
import { completeDraft, expectApplied, startProject } from '../support/commit-kit';
import { startWorker, type AppProcess } from '../support/stack';
import { waitFor } from '../support/wait-for';

interface Day {
  date: string;
  kind: string;
  name: string;
  status: string;
}

interface Draft {
  id: string;
  rev: number;
  state: string;
  days: Day[];
  faults: unknown[];
  touched: { deadlines: number };
  mayPropose: boolean;
  proposal: { id: string; state: string; mayConfirm: boolean; moved: number | null } | null;
}

interface Read {
  encoding: string;
  days: (Day & { line: number; saidKind: string })[];
  faults: { line: number; code: string; says: string }[];
}

let kit: ApiKit;
let worker: AppProcess;
let head: Caller;
let admin: Caller;
let officer: Caller;
let client: ReturnType<typeof connectClient>;

beforeAll(async () => {
  kit = await openApiKit();
  worker = await startWorker(kit.env);
  client = connectClient(loadConfig({ ...process.env, ...kit.env }));
  const id = randomUUID();
  await addPerson(kit.db, {
    ...{ id, fullName: '管理员', latinName: 'Admin', addressAs: 'Admin', emails: ['admin@calendars.example.org'] },
    ...{ mailLanguage: 'en', country: 'CN', zone: 'Asia/Shanghai', roles: ['AD'] },
  });
  const account = { signIn: 'admin@calendars.example.org', password: randomUUID() };
  await createAccount(kit.db, { personId: id, signIn: account.signIn, passwordHash: await hashPassword(account.password) });
  [head, officer, admin] = [await kit.as('head'), await kit.as('officer'), await signedIn(kit.api.url, account)];
}, 120_000);
afterAll(async () => {
  await client?.connection.close();
  await worker?.stop();
  await kit?.close();
});

/** When the project's open check is due. */
const dueOf = async (project: EntityKey): Promise<string | undefined> =>
  (await kit.stateOf(project)).deadlines.find(({ ladder }) => ladder === 'check')?.dueOn;
const match = (rev: number): Record<string, string> => ({ 'if-match': `"${rev}"` });
const day = (date: string, more: Partial<Day> = {}): Day => ({ date, kind: 'off', name: '元旦', status: 'official', ...more });

async function aDraft(country: string, year: number, by: Caller = admin): Promise<Draft> {
  const begun = await by.post<Draft>('/api/calendars/drafts', { country, year });
  expect(begun.status).toBe(201);
  return begun.body;
}

const write = (draft: Draft, days: Day[], by: Caller = admin) =>
  by.put<Draft>(`/api/calendars/drafts/${draft.id}`, { days, source: '国务院办公厅通知' }, match(draft.rev));

async function read(file: string | Uint8Array<ArrayBuffer>, format: string, by: Caller = admin) {
  const form = new FormData();
  form.append('file', new Blob([file]), `holidays.${format}`);
  return by.ask<Read>('POST', `/api/calendars/import?format=${format}`, { raw: form, headers: { 'accept-language': 'zh-CN' } });
}

describe('the calendars', () => {
  it('tell which tables there are, and which are missing by now; partners see none of it', async () => {
    const { body } = await officer.get<{
      tables: { country: string; year: number; days: number; provisional: number }[];
      missing: unknown[];
    }>('/api/calendars');
    const [row] = await kit.db.query<{ n: number }[]>(
      `SELECT count(*)::integer AS n FROM calendar_day WHERE country = 'TH' AND year = 2026 AND status = 'provisional'`,
    );
    expect(body.tables.find((one) => one.country === 'TH' && one.year === 2026)?.provisional).toBe(row?.n);
    expect(Array.isArray(body.missing)).toBe(true);
    expect((await (await kit.as('applicant')).get('/api/calendars')).problem.code).toBe('NOT_ALLOWED');
    expect((await officer.post('/api/calendars/drafts', { country: 'CN', year: 2027 })).problem.code).toBe('NOT_ALLOWED');
  });

  it('are exported, and say the same when they are imported again', async () => {
    const { body: table } = await officer.get<{ days: Day[] }>('/api/calendars/LA/2026');
    for (const format of ['csv', 'ics']) {
      const file = await officer.get<string>(`/api/calendars/LA/2026/export?format=${format}`);
      const again = (await read(file.body, format)).body.days.map(({ date, kind, name }) => `${date} ${kind} ${name}`);
      expect(again.sort()).toEqual(table.days.map(({ date, kind, name }) => `${date} ${kind} ${name}`).sort());
    }
  });
});

describe('a file that is imported', () => {
  it('is shown line by line, with what could not be read and what the kinds are not known of; nothing is written', async () => {
    const { status, body } = await read(
      '\uFEFF日期,类型,名称\r\n2027-01-01,放假,=1+1\r\n2027-13-01,放假,无\r\n2027-02-06,庆典,春节\r\n',
      'csv',
    );
    expect([status, body.encoding]).toEqual([200, 'utf-8']);
    expect(body.days.map(({ line, date, kind, saidKind, name }) => [line, date, kind, saidKind, name])).toEqual([
      [2, '2027-01-01', 'off', '放假', '=1+1'],
      [4, '2027-02-06', '', '庆典', '春节'],
    ]);
    expect(body.faults).toMatchObject([{ line: 3, code: 'DATE_UNREADABLE', says: '该行日期无法读取。' }]);
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['a spreadsheet under another name', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'csv'],
    ['no calendar', 'hello', 'ics'],
    ['without a column of dates', 'a,b\n1,2\n', 'csv'],
  ])('is refused: %s', async (_name, file, format) => {
    expect((await read(file, format)).problem.code).toBe('CALENDAR_UNREADABLE');
  });

  it('in GB18030 is said to be; a cell of a megabyte is named; a file without end is refused', async () => {
    const gb = Uint8Array.from(Buffer.from('c8d5c6da2cc3fbb3c60d0a323032372d30312d30312cd4aab5a90d0a', 'hex'));
    expect((await read(gb, 'csv')).body).toMatchObject({ encoding: 'gb18030', days: [{ name: '元旦' }] });
    expect((await read(`date,name\n2027-01-01,${'x'.repeat(1_048_576)}\n`, 'csv')).body.faults).toMatchObject([
      { line: 2, code: 'CELL_TOO_LONG' },
    ]);
    expect((await read('x'.repeat(5 * 1_048_576), 'csv')).problem.code).toBe('FILE_TOO_LARGE');
  });
});

describe('a draft of a year', () => {
  it('refuses wrong days, each named, two entries for a day above all, and keeps what was saved', async () => {
    const draft = await aDraft('CN', 2027);
    const refused = await write(draft, [
      day('2027-01-01'),
      day('2027-01-01', { name: 'again' }),
      day('2026-12-31'),
      day('2027-02-30'),
      day('2570-01-01'),
      day('2027-01-04', { kind: 'work' }),
      day('2027-01-05', { kind: 'festival' }),
    ]);
    expect(refused.status).toBe(400);
    expect(refused.problem.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['days.1', 'DAY_TWICE'],
      ['days.2', 'WRONG_YEAR'],
      ['days.3', 'NOT_A_DATE'],
      ['days.4', 'LOOKS_BUDDHIST_YEAR'],
      ['days.5', 'NOT_A_WEEKEND'],
      ['days.6', 'UNKNOWN_KIND'],
    ]);
    expect(refused.problem.errors?.[0]?.detail).toContain('2027-01-01');
    expect((await calendarDraft(kit.db, draft.id))?.days).toEqual([]);
  });

  it('saved by two people at once, the second is told', async () => {
    const draft = await aDraft('VN', 2027);
    expect((await write(draft, [day('2027-01-01')])).status).toBe(200);
    expect((await write(draft, [day('2027-01-02')], head)).problem).toMatchObject({ code: 'STALE_REVISION' });
  });
});

describe('publishing a year', () => {
  it('needs an administrator and a head, never who wrote it; raises the version once, and computes dates anew before it says it is done', async () => {
    const draft = (await write(await aDraft('CN', 2028), [day('2028-01-03')])).body;
    const path = `/api/calendars/drafts/${draft.id}`;
    const before = await calendarVersion(kit.db);
    const key = randomUUID();
    const asked = { ...match(draft.rev), 'idempotency-key': key };
    expect((await admin.post<Draft>(`${path}/propose`, { reason: '通知已公布' }, asked)).body.proposal).toMatchObject({
      id: key,
      mayConfirm: false,
    });
    expect((await write(draft, [])).problem.code).toBe('POLICY_PROPOSED');
    expect((await admin.post(`${path}/confirm`, {})).problem.code).toBe('SAME_PERSON');
    expect((await officer.post(`${path}/confirm`, {})).problem.code).toBe('NOT_ALLOWED');
    expect(await calendarVersion(kit.db)).toBe(before);
    expect((await head.post<Draft>(`${path}/confirm`, {})).body.state).toBe('published');
    expect((await head.post<Draft>(`${path}/confirm`, {})).status).toBe(200);
    expect(await calendarVersion(kit.db)).toBe(before + 1);
    await waitFor(async () => (await findAct(kit.db, key))?.state === 'done', { withinMs: 60_000, what: 'the dates being computed anew' });
    expect((await officer.get<{ days: Day[] }>('/api/calendars/CN/2028')).body.days).toEqual([day('2028-01-03')]);
    const { body } = await head.get<{ items: { id: string }[] }>('/api/interventions?kind=calendar.publish');
    expect(body.items.map(({ id }) => id)).toEqual([key]);
  });

  it('two heads cannot, and a draft of a year that was published meanwhile is refused', async () => {
    const draft = (await write(await aDraft('KH', 2027, head), [day('2027-01-01')], head)).body;
    await head.post(`/api/calendars/drafts/${draft.id}/propose`, { reason: 'x' }, match(draft.rev));
    expect((await (await kit.as('secondHead')).post(`/api/calendars/drafts/${draft.id}/confirm`, {})).problem.code).toBe(
      'CALENDAR_NEEDS_OTHER',
    );
    const late = (await write(await aDraft('KH', 2027), [day('2027-01-02')])).body;
    expect((await admin.post<Draft>(`/api/calendars/drafts/${draft.id}/confirm`, {})).body.state).toBe('published');
    expect((await admin.post(`/api/calendars/drafts/${late.id}/propose`, { reason: 'x' }, match(late.rev))).problem.code).toBe(
      'CALENDAR_MOVED_ON',
    );
  });
});

describe('the open deadlines of what runs', () => {
  it('move later when days off come into their period, by one command on record; none that was told becomes shorter', async () => {
    const project = await startProject(kit, '2025-06-05T02:00:00.000Z');
    const answers = await completeDraft(kit, project);
    await expectApplied(kit.give(project, 'SubmitApplication', answers, kit.people.applicant, '2025-08-20T02:00:00.000Z'));
    await kit.player.dispatch(project, '2025-08-20T03:00:00.000Z');
    await kit.setTime('2025-09-01T02:00:00.000Z');
    await kit.player.wake(kit.call);
    await kit.player.dispatch(kit.call, '2025-08-31T10:00:00.000Z');
    expect(await dueOf(project)).toBe('2025-09-05');
    const replan = async (days: Day[]): Promise<number> => {
      await writeCalendarYear(kit.db, { country: 'CN', year: 2025, version: 9, days: days as never }, 'test');
      const tools = { db: kit.db, client, commit: { ...kit.tools, ruleData: createRuleData() }, heartbeat: () => undefined };
      const occasion = `calendar-${randomUUID()}`;
      const { moved } = await replanCalendars(tools, occasion);
      expect((await replanCalendars(tools, occasion)).moved).toBeLessThanOrEqual(moved);
      return moved;
    };
    expect(await replan([day('2025-09-02'), day('2025-09-03')])).toBeGreaterThan(0);
    await waitFor(async () => (await dueOf(project)) === '2025-09-09', { withinMs: 60_000, what: 'the later date' });
    expect(await replan([])).toBe(0);
    expect(await dueOf(project)).toBe('2025-09-09');
    expect(await kit.db.query('SELECT type FROM ledger_entry WHERE id = $1 AND type = $2', [project.id, 'Replan'])).toHaveLength(1);
  }, 120_000);
});
