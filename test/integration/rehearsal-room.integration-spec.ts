import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource, createRuleData } from '@app/persistence';
import type { Contact, Policy } from '@app/domain';
import { loadConfig } from '@app/platform';
import type { components } from '../../apps/dashboard/src/generated/openapi-types';
import { loadFirstData } from '../../apps/worker/src/engine/first-data/first-data';
import type { DemoPerson } from '../../apps/worker/src/engine/first-data/demo-people';
import { deskSettingsOf } from '../../apps/worker/src/notification/compose-mail-desk';
import { RehearsalActivity } from '../../apps/worker/src/rehearsal-room/rehearsal.activity';
import { addressOf, player as castPlayer } from '../../apps/worker/src/story/cast';
import { signedIn, type Caller } from '../support/api-kit';
import { databaseSettings } from '../support/commit-kit';
import { startScriptedSmtp, type ScriptedSmtp } from '../support/smtp-server';
import { freshWorkspace, runCli, startApi, startWorker, type ApiProcess, type AppProcess, type Workspace } from '../support/stack';
import { waitFor } from '../support/wait-for';

type Rehearsal = components['schemas']['Rehearsal'];
type Copies = components['schemas']['RehearsalCopies'];
type Lines = components['schemas']['RehearsalLines'];
type Mails = components['schemas']['RehearsalMails'];
type Mail = components['schemas']['RehearsalMail'];
type Line = Lines['items'][number];
type MoveBody = { kind: 'next-event' | 'next-day' | 'year' | 'restart' } | { kind: 'until'; until: string } | ActBody;
type ActBody = { kind: 'act'; project: string; command: string; body: object; as?: string };
type Forecast = components['schemas']['Forecast'];

const draft = 2_004;
const everything = 200;
const hash = '0'.repeat(64);

describe('the rehearsal room', () => {
  let workspace: Workspace;
  let db: ReturnType<typeof createDataSource>;
  let api: ApiProcess;
  let worker: RehearsalActivity;
  let head: Caller;
  let admin: Caller;
  let officer: Caller;
  let smtp: ScriptedSmtp;
  const projects = new Map<string, string>();

  beforeAll(async () => {
    smtp = await startScriptedSmtp();
    workspace = await freshWorkspace({ SMTP_URL: smtp.url });
    db = createDataSource({ ...databaseSettings, poolSize: 8, url: workspace.database.appUrl }, 'rehearsal-test');
    await db.initialize();
    const config = loadConfig(workspace.env);
    await loadFirstData(db, config, new Date().toISOString());
    worker = new RehearsalActivity(db, deskSettingsOf(config));
    api = await startApi(workspace.env);
    const people = JSON.parse(readFileSync(join(workspace.dataDir, 'demo-people.json'), 'utf8')) as DemoPerson[];
    const caller = async (key: string): Promise<Caller> => {
      const email = addressOf(castPlayer(key));
      return signedIn(api.url, { signIn: email, password: people.find((one) => one.email === email)?.password ?? '' });
    };
    [head, officer, admin] = [await caller('head'), await caller('officer'), await caller('admin')];
    const rows = await db.query<{ id: string; where: string }[]>(
      `SELECT id, stage || '/' || sub_state AS where FROM project_summary WHERE NOT closed ORDER BY reference`,
    );
    rows.forEach(({ id, where }) => projects.set(where, id));
  }, 300_000);

  afterAll(async () => {
    await api?.stop();
    await db?.destroy();
    await smtp?.close();
    await workspace?.dispose();
  }, 60_000);

  const at = (where: string): string => projects.get(where) ?? '';

  const policyWith = async (): Promise<Policy> => {
    const [row] = await db.query<{ version: number }[]>(`SELECT (state->>'policyVersion')::int AS version FROM entity_head WHERE id = $1`, [
      at('annual-report/operating'),
    ]);
    const base = await createRuleData().policy(db, row?.version ?? 1);
    return { ...base, report: { ...base.report, due: '04-30' } };
  };

  /** Opens a room, without playing it. */
  async function asked(source: { kind: string; id: string }, more: object = {}, who = head): Promise<string> {
    const id = randomUUID();
    const { status } = await who.post('/api/rehearsals', { source, reason: 'To see what comes', ...more }, { 'Idempotency-Key': id });
    expect(status).toBe(200);
    return id;
  }
  const played = async (moveId: string): Promise<number> => {
    let stretches = 1;
    for (; !(await worker.rehearseStep({ moveId })).done; stretches += 1);
    return stretches;
  };
  async function opened(where: string, more: object = {}): Promise<string> {
    const id = await asked({ kind: 'project', id: at(where) }, more);
    await played(id);
    return id;
  }
  const roomOf = async (id: string): Promise<Rehearsal> => (await head.get<Rehearsal>(`/api/rehearsals/${id}`)).body;
  async function moved(id: string, move: MoveBody): Promise<Rehearsal> {
    const moveId = randomUUID();
    const { rev } = await roomOf(id);
    const { status } = await head.post<Rehearsal>(`/api/rehearsals/${id}/moves`, { ...move, rev }, { 'Idempotency-Key': moveId });
    expect(status).toBe(200);
    await played(moveId);
    return roomOf(id);
  }
  /** What happened, oldest first. */
  async function linesOf(id: string): Promise<Line[]> {
    const found: Line[] = [];
    for (let before: number | null | undefined; before !== null;) {
      const more: string = before === undefined ? '' : `&before=${before}`;
      const { body } = await head.get<Lines>(`/api/rehearsals/${id}/lines?limit=${everything}${more}`);
      found.push(...body.items);
      before = body.next;
    }
    return found.reverse();
  }
  async function mailsOf(id: string, which: 'left' | 'waiting'): Promise<Mails['items']> {
    const found: Mails['items'] = [];
    for (let after: number | null = 0; after !== null;) {
      const { body }: { body: Mails } = await head.get<Mails>(
        `/api/rehearsals/${id}/mails?limit=${everything}&which=${which}&after=${after}`,
      );
      found.push(...body.items);
      after = body.next;
    }
    return found;
  }
  const copiesOf = async (id: string): Promise<Copies['items']> => (await head.get<Copies>(`/api/rehearsals/${id}/copies`)).body.items;
  const told = (lines: readonly Line[]): string[] =>
    lines.map((line) => `${line.at} ${line.events.map((event) => event.sentence).join(' | ')}`);

  /** Everything real, as far as a rehearsal could have touched it. */
  async function realThings(): Promise<unknown> {
    const tables = [
      'ledger_entry',
      'command',
      'outbox',
      'delivery',
      'project_summary',
      'call_summary',
      'register_entry',
      'free_text',
      'claim',
    ];
    const counted = tables.map(async (table) => {
      const [row] = await db.query<{ rows: string }[]>(`SELECT count(*) || ' ' || coalesce(max(md5(t::text)), '') AS rows FROM ${table} t`);
      return [table, row?.rows];
    });
    return Object.fromEntries(await Promise.all(counted));
  }

  it('plays a year of a copy, line by line and mail by mail as the forecast of the project foretells', async () => {
    const before = await realThings();
    const project = at('annual-report/operating');
    const forecast = (await head.get<Forecast>(`/api/projects/${project}/forecast?days=365`)).body;
    const id = await opened('annual-report/operating');
    const start = await roomOf(id);
    const end = await moved(id, { kind: 'year' });
    expect(end).toMatchObject({ copies: 1, last: { kind: 'run', state: 'done' } });
    expect(Date.parse(end.now) - Date.parse(start.startsAt)).toBe(365 * 86_400_000);
    const lines = (await linesOf(id)).filter(({ at: when }) => when <= forecast.until);
    const foretold = forecast.items.filter(({ at: when, events }) => when <= end.now && events.length > 0);
    expect(lines.length).toBeGreaterThan(10);
    expect(told(lines)).toEqual(foretold.map((item) => `${item.at} ${item.events.map((event) => event.sentence).join(' | ')}`));
    const mails = [...(await mailsOf(id, 'left')), ...(await mailsOf(id, 'waiting'))];
    const expected = foretold.flatMap((item) => item.mails.map((mail) => `${mail.personId} ${mail.sendAt}`));
    expect(expected.length).toBeGreaterThan(10);
    expect(mails.map((mail) => `${mail.personId} ${mail.sendAt}`).sort()).toEqual(expected.sort());
    expect(mails.filter((mail) => mail.state === 'sent').length).toBeGreaterThan(10);
    expect(await realThings()).toEqual(before);
    expect(smtp.taken).toEqual([]);
  });

  it('opens each mail as the desk would have written it, in its reader’s language, and says that it is a rehearsal', async () => {
    const id = await opened('annual-report/operating');
    await moved(id, { kind: 'year' });
    const mails = (await mailsOf(id, 'left')).filter((mail) => mail.state === 'sent');
    const languages = new Set<string>();
    for (const { no, languages: spoken, language, leftAt } of mails.slice(0, 12)) {
      const { body: mail } = await head.get<Mail>(`/api/rehearsals/${id}/mails/${no}`);
      expect(leftAt).not.toBeNull();
      expect(mail.subject).toMatch(/^\[.+\] /);
      expect(mail.html).toContain('<html');
      expect(mail.body).toMatch(language === 'zh-CN' ? /演练：本邮件不涉及任何真实项目/ : /Rehearsal: this mail is about no real project/);
      expect(mail.body).not.toMatch(/\/a\/[\w-]{10}/);
      languages.add(spoken ?? '');
    }
    expect(languages.size).toBeGreaterThan(1);
    expect((await head.get(`/api/rehearsals/${id}/mails/999999`)).status).toBe(404);
  });

  it('goes from event to event, from day to day, and back to its start', async () => {
    const id = await opened('annual-report/operating');
    const start = await roomOf(id);
    const one = await moved(id, { kind: 'next-event' });
    const seen = (await linesOf(id)).length + (await mailsOf(id, 'left')).length;
    expect(seen).toBeGreaterThan(0);
    expect(one.now > start.now).toBe(true);
    const day = await moved(id, { kind: 'next-day' });
    expect(Date.parse(day.now) - Date.parse(one.now)).toBe(86_400_000);
    const date = await moved(id, { kind: 'until', until: '2030-06-30' });
    expect(date.now).toBe('2030-06-30T16:00:00.000Z');
    const first = told(await linesOf(id));
    const again = await moved(id, { kind: 'restart' });
    expect(again.now).toBe(start.now);
    expect({ lines: await linesOf(id), mails: await mailsOf(id, 'left') }).toEqual({ lines: [], mails: [] });
    await moved(id, { kind: 'until', until: '2030-06-30' });
    expect(told(await linesOf(id))).toEqual(first);
  });

  it('tries an open draft of a policy: its deadlines are those that count in the room', async () => {
    const content = await policyWith();
    await db.query(`INSERT INTO policy_version (version, name, content, state) VALUES ($1, 'Later reports', $2, 'draft')`, [
      draft,
      JSON.stringify(content),
    ]);
    const reportDue = async (id: string): Promise<string[]> => {
      for (let step = 0; step < 60; step += 1) {
        const due = (await copiesOf(id)).flatMap((copy) => copy.deadlines.filter((one) => one.ladder === 'report').map((one) => one.dueOn));
        if (due.length > 0) return due;
        await moved(id, { kind: 'next-event' });
      }
      return [];
    };
    const [own, tried] = [await opened('annual-report/operating'), await opened('annual-report/operating', { policyVersion: draft })];
    expect((await copiesOf(tried))[0]).toMatchObject({ policyVersion: draft });
    expect(await roomOf(tried)).toMatchObject({ policyVersion: draft, policyName: 'Later reports' });
    const [before, after] = [await reportDue(own), await reportDue(tried)];
    expect(before[0]).toMatch(/-03-31$/);
    expect(after[0]).toMatch(/-04-30$/);
  });

  it('lets somebody act in the place of another: the lead hands the report in late', async () => {
    const id = await opened('annual-report/operating');
    const project = at('annual-report/operating');
    const [{ contacts }] = await db.query<[{ contacts: Contact[] }]>(
      `SELECT state->'contacts' AS contacts FROM entity_head WHERE id = $1`,
      [project],
    );
    const lead = contacts.find((one) => one.legalRepresentative === true)?.personId ?? contacts.find((one) => one.lead === true)?.personId;
    expect(lead).toBeDefined();
    const year = new Date((await roomOf(id)).now).getUTCFullYear();
    await moved(id, { kind: 'until', until: `${year + 1}-04-05` });
    expect(told(await linesOf(id)).length).toBeGreaterThan(2);
    const act: ActBody = { kind: 'act', project, command: 'submit-report', body: { year, draftVersion: 1, draftHash: hash } };
    const refused = await moved(id, act);
    expect(refused.last).toMatchObject({ kind: 'act', state: 'refused', code: 'NOT_ALLOWED' });
    expect(refused.last?.sentence).toBeTruthy();
    const done = await moved(id, { ...act, as: lead! });
    expect(done.last).toMatchObject({ kind: 'act', state: 'done' });
    const last = (await linesOf(id)).at(-1);
    expect(last?.command).toBe('SubmitReport');
    expect(last?.by).toBeTruthy();
    const [copy] = await copiesOf(id);
    expect(copy?.deadlines.map((one) => one.ladder)).toEqual(expect.arrayContaining(['reportReview']));
    expect(copy?.tasks.map((task) => task.command)).toEqual(expect.arrayContaining(['AcceptReport']));
    expect((await head.get<{ reports: { year: number; state: string }[] }>(`/api/projects/${project}`)).body.reports).not.toContainEqual(
      expect.objectContaining({ year, state: 'submitted' }),
    );
  });

  it('copies a whole call with its projects, through a worker that is killed in the middle and another that goes on', async () => {
    const [call] = await db.query<{ id: string; projects: number }[]>(
      `SELECT c.id, (SELECT count(*)::int FROM entity_head h WHERE h.kind = 'project' AND h.state->>'callId' = c.id::text AND NOT h.closed AND h.state->>'stage' <> 'closed') AS projects
         FROM call_summary c JOIN entity_head e ON e.kind = 'call' AND e.id = c.id WHERE NOT e.closed ORDER BY 2 DESC LIMIT 1`,
    );
    const source = { kind: 'call', id: call?.id ?? '' };
    const [id, other] = [await asked(source), await asked(source)];
    await played(id);
    await played(other);
    const until = `${new Date().getUTCFullYear() + 6}-01-31`;
    const marker = join(workspace.dataDir, 'rehearsal-killed');
    const doomed = await startWorker({ ...workspace.env, GONGFANG_CHAOS_POINT: 'rehearse.noted=kill', GONGFANG_CHAOS_MARKER: marker });
    const workers: AppProcess[] = [doomed];
    try {
      expect(await roomOf(id)).toMatchObject({ copies: (call?.projects ?? 0) + 1, rev: 1 });
      expect((await head.post(`/api/rehearsals/${id}/moves`, { kind: 'until', until, rev: 1 })).status).toBe(200);
      await doomed.ended;
      const cut = await roomOf(id);
      expect(cut.last?.state).toBe('running');
      expect(cut.last?.steps).toBeGreaterThan(0);
      expect((await head.post(`/api/rehearsals/${id}/moves`, { kind: 'next-day', rev: 2 })).problem.code).toBe('REHEARSAL_BUSY');
      workers.push(await startWorker(workspace.env));
      const there = async (): Promise<boolean> => (await roomOf(id)).last?.state === 'done';
      await waitFor(there, { withinMs: 90_000, everyMs: 200, what: 'years of the call' });
      const room = await roomOf(id);
      expect(room.last?.steps).toBeGreaterThan(cut.last?.steps ?? 0);
      expect(room.sent).toBeGreaterThan(20);
      await moved(other, { kind: 'until', until });
      const whatWasTold = async (of: string): Promise<string[]> => told(await linesOf(of)).map((one) => one.slice(25));
      expect(await whatWasTold(id)).toEqual(await whatWasTold(other));
      const lines = await linesOf(id);
      expect(lines.map((line) => line.at)).toEqual(lines.map((line) => line.at).sort());
      const delivered = await db.query<{ messageId: string }[]>(`SELECT message_id AS "messageId" FROM delivery`);
      expect(smtp.taken.filter((mail) => !delivered.some((one) => mail.raw.includes(one.messageId)))).toEqual([]);
      expect(smtp.taken.filter((mail) => mail.raw.includes('about no real project'))).toEqual([]);
    } finally {
      await Promise.all(workers.map((one) => one.kill()));
    }
  }, 180_000);

  it('counts a stretch once, however often it is played', async () => {
    const id = await opened('construction/building');
    const moveId = randomUUID();
    await head.post(`/api/rehearsals/${id}/moves`, { kind: 'year', rev: 1 }, { 'Idempotency-Key': moveId });
    await Promise.all([worker.rehearseStep({ moveId }), worker.rehearseStep({ moveId })]);
    await played(moveId);
    const twice = told(await linesOf(id));
    const other = await opened('construction/building');
    await moved(other, { kind: 'year' });
    expect(twice.map((line) => line.slice(25))).toEqual(told(await linesOf(other)).map((line) => line.slice(25)));
  });

  it('is opened once under its key, and stands in the list of interventions with its reason', async () => {
    const id = randomUUID();
    const body = { source: { kind: 'project', id: at('mou/drafting') }, reason: 'Once' };
    const both = await Promise.all([1, 2].map(() => head.post<Rehearsal>('/api/rehearsals', body, { 'Idempotency-Key': id })));
    expect(both.map((one) => one.status)).toEqual([200, 200]);
    expect((await head.post('/api/rehearsals', { ...body, reason: 'Another' }, { 'Idempotency-Key': id })).problem.code).toBe('KEY_REUSED');
    const { body: list } = await admin.get<{ items: { id: string; kind: string; reason: string; kindWords?: string }[] }>(
      '/api/interventions?kind=rehearsal',
    );
    expect(list.items.filter((one) => one.id === id)).toMatchObject([{ kind: 'rehearsal', reason: 'Once' }]);
  });

  it('refuses what is unknown, closed, stale, busy or past, and whoever has no right', async () => {
    const source = { kind: 'project', id: at('mou/drafting') };
    const open = async (body: object, who = head): Promise<string> => (await who.post('/api/rehearsals', body)).problem.code;
    expect(await open({ source: { kind: 'project', id: randomUUID() }, reason: 'x' })).toBe('NOT_FOUND');
    const [closed] = await db.query<{ id: string }[]>(`SELECT id FROM project_summary WHERE closed LIMIT 1`);
    if (closed !== undefined) expect(await open({ source: { kind: 'project', id: closed.id }, reason: 'x' })).toBe('REHEARSAL_CLOSED');
    expect(await open({ source, policyVersion: 99_999, reason: 'x' })).toBe('NOT_FOUND');
    expect(await open({ source, reason: ' ' })).toBe('BAD_INPUT');
    expect(await open({ source, reason: 'x' }, officer)).toBe('NOT_ALLOWED');
    expect((await officer.get('/api/rehearsals')).problem.code).toBe('NOT_ALLOWED');
    const id = await opened('mou/drafting');
    const move = async (body: object, key = randomUUID()): Promise<string> =>
      (await head.post(`/api/rehearsals/${id}/moves`, body, { 'Idempotency-Key': key })).problem.code;
    expect(await move({ kind: 'next-day', rev: 7 })).toBe('REHEARSAL_STALE');
    expect(await move({ kind: 'until', until: '2020-01-01', rev: 1 })).toBe('REHEARSAL_PAST');
    expect(await move({ kind: 'act', project: at('mou/drafting'), command: 'make-tea', body: {}, rev: 1 })).toBe('NOT_FOUND');
    expect(await move({ kind: 'act', project: at('mou/drafting'), command: 'hold', body: { kind: 'tea' }, rev: 1 })).toBe('BAD_INPUT');
    expect((await officer.post(`/api/rehearsals/${id}/moves`, { kind: 'next-day', rev: 1 })).problem.code).toBe('NOT_ALLOWED');
    const key = randomUUID();
    expect(await move({ kind: 'next-day', rev: 1 }, key)).toBeUndefined();
    expect(await move({ kind: 'next-day', rev: 1 }, key)).toBeUndefined();
    expect(await move({ kind: 'next-day', rev: 2 })).toBe('REHEARSAL_BUSY');
    await played(key);
    expect((await roomOf(id)).rev).toBe(2);
  });

  it('does the same by the tool', async () => {
    const tool = async <T>(...args: string[]): Promise<T> => {
      const { code, output } = await runCli(['rehearsal', ...args, '--json'], workspace.env);
      expect(code).toBe(0);
      return JSON.parse(output.trim().split('\n').at(-1) ?? '') as T;
    };
    const as = ['--as', addressOf(castPlayer('head'))];
    const room = await tool<{ id: string; copies: number }>('open', '--project', at('mou/drafting'), '--reason', 'By the tool', ...as);
    expect(room.copies).toBe(1);
    const moved = await tool<{ now: string; last: { state: string } }>('move', room.id, '--until', '2031-01-31', ...as);
    expect(moved).toMatchObject({ now: '2031-01-31T16:00:00.000Z', last: { state: 'done' } });
    expect((await runCli(['rehearsal', 'move', room.id, '--until', '2030-01-31', ...as], workspace.env)).code).toBe(2);
    expect(await tool('discard', room.id)).toMatchObject({ gone: true });
  }, 60_000);

  it('throws a room away with all that was played, by hand or when its time is over', async () => {
    const [id, old] = [await opened('mou/drafting'), await opened('mou/drafting')];
    await moved(id, { kind: 'next-event' });
    expect((await officer.ask('DELETE', `/api/rehearsals/${id}`)).problem.code).toBe('NOT_ALLOWED');
    expect((await head.ask('DELETE', `/api/rehearsals/${id}`)).status).toBe(200);
    expect((await head.ask('DELETE', `/api/rehearsals/${id}`)).status).toBe(200);
    expect((await head.get(`/api/rehearsals/${id}`)).status).toBe(404);
    await db.query(`UPDATE rehearsal SET keep_until = now() - interval '1 minute' WHERE id = $1`, [old]);
    const { items } = (await admin.get<{ items: Rehearsal[] }>('/api/rehearsals')).body;
    expect(items.map((one) => one.id)).not.toContain(old);
    const [left] = await db.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM rehearsal_line WHERE rehearsal_id = ANY($1::uuid[])`,
      [[id, old]],
    );
    expect(left.count).toBe(0);
  });
});
