// @ts-check
import { createRequire } from 'node:module';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { runMark } from './processes.mjs';
import { loadSecrets } from './secrets.mjs';
import { answersHttp, startDatabase, startEngine, startMail } from './services.mjs';
import { StackError } from './stack-error.mjs';
import { step } from './steps.mjs';
import { hasPoller } from './temporal.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const CLI = join(root, 'dist/apps/worker/apps/worker/src/cli.js');
const WORKER = join(root, 'dist/apps/worker/apps/worker/src/main.js');
const WATCHDOG = join(root, 'dist/apps/worker/apps/worker/src/watchdog.js');
const API = join(root, 'dist/apps/api/apps/api/src/main.js');

/**
 * @typedef {import('./supervise.mjs').Supervisor} Supervisor
 * @typedef {{ env: NodeJS.ProcessEnv, url: string, inboxUrl: string | undefined, engineUrl: string | undefined }} Instance
 */

/**
 * Refuses settings that are wrong, all at once, before anything starts; what the embedded services provide later stands in for itself.
 * @param {NodeJS.ProcessEnv} env
 */
export function checkSettings(env) {
  const { loadConfig } = createRequire(import.meta.url)(join(root, 'dist/apps/worker/libs/platform/src/index.js'));
  const provided = {
    DATABASE_URL: 'postgresql://gongfang_app@127.0.0.1/gongfang',
    TEMPORAL_ADDRESS: '127.0.0.1:7233',
    SMTP_URL: 'smtp://127.0.0.1:1025',
    GONGFANG_SESSION_SECRET: 'made-at-the-first-start-and-kept-in-the-data-folder',
  };
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  loadConfig({ ...provided, ...given });
}

/**
 * Starts all of an instance on its data folder, in order: database, engine and mail; migrations; first data; worker; API with dashboard.
 * The supervisor has claimed the folder.
 * @param {{ supervisor: Supervisor, dataDir: string, port: number, env: NodeJS.ProcessEnv, empty: boolean, projects?: number, told?: number }} options
 *   empty: without demo people and demo projects; projects: how many are generated beside the demo, once; told: how many of a call are told one by one
 * @returns {Promise<Instance>}
 */
export async function startInstance(options) {
  const { supervisor, port } = options;
  const { settings, ...addresses } = await startServices(options);
  await step('worker', () => supervisor.start(workerService(settings)));
  await step('API', () => supervisor.start(apiService(settings, port)));
  await supervisor.start(watchdogService(settings));
  return { env: settings, ...addresses };
}

/**
 * What worker and API stand on: database, engine, mail, the schema and the first data.
 * @param {{ supervisor: Supervisor, dataDir: string, port: number, env: NodeJS.ProcessEnv, empty: boolean, projects?: number, told?: number }} options
 */
export async function startServices({ supervisor, dataDir, port, env, empty, projects = 0, told = 50 }) {
  const wish = (/** @type {string} */ name, /** @type {number} */ usual) => Number(env[name] || usual);
  const [database, engine, mail] = await Promise.all([
    step('PostgreSQL', () => startDatabase({ supervisor, dataDir, env, port: wish('GONGFANG_POSTGRES_PORT', 54_329) }), whichDatabase),
    step(
      'Temporal',
      () =>
        startEngine({
          supervisor,
          dataDir,
          env,
          port: wish('GONGFANG_TEMPORAL_PORT', 7_233),
          uiPort: wish('GONGFANG_TEMPORAL_UI_PORT', 8_233),
        }),
      ({ source, address }) => `${address}, program from ${source}`,
    ),
    step('mail', () =>
      startMail({ supervisor, dataDir, env, smtpPort: wish('GONGFANG_SMTP_PORT', 1_025), inboxPort: wish('GONGFANG_INBOX_PORT', 8_025) }),
    ),
  ]);
  const url = `http://localhost:${port}`;
  const own = {
    DATABASE_URL: database.databaseUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    TEMPORAL_ADDRESS: engine.address,
    TEMPORAL_NAMESPACE: engine.namespace,
    SMTP_URL: mail.smtpUrl,
    MAIL_RECORD_URL: mail.recordUrl,
    GONGFANG_DATA_DIR: dataDir,
    GONGFANG_PORT: String(port),
    GONGFANG_PUBLIC_URL: env['GONGFANG_PUBLIC_URL'] || url,
    GONGFANG_SESSION_SECRET: env['GONGFANG_SESSION_SECRET'] || loadSecrets(dataDir).session,
  };
  const settings = { ...env, ...own };
  writeFileSync(join(dataDir, 'instance.env'), asEnvFile(settings), { mode: 0o600 });
  const marked = { ...settings, ...runMark(dataDir) };
  await step('migrations', () => runCli(['migrate'], marked));
  if (!empty) await step('first data', () => runCli(['first-data'], marked));
  // Before the worker: its clock would overtake the story.
  if (projects > 0) await step('projects', () => runCli(['generate', '--projects', String(projects), '--told', String(told)], marked));
  return { settings, url, inboxUrl: mail.inboxUrl, engineUrl: engine.uiUrl };
}

/** @param {import('./services.mjs').Database} database */
function whichDatabase({ clusterPort }) {
  return clusterPort === undefined ? 'the one named by DATABASE_URL' : `127.0.0.1:${clusterPort}`;
}

/**
 * All settings of this instance, for the command line tool: those it was given and those the services provide.
 * @param {NodeJS.ProcessEnv} values
 */
function asEnvFile(values) {
  const ours = Object.entries(values).filter(([name, value]) => /^(GONGFANG|DATABASE|TEMPORAL|SMTP|MAIL|LOG)_/.test(name) && value);
  return `${ours.map(([name, value = '']) => `${name}=${quoted(value)}`).join('\n')}\n`;
}

/** @param {string} value */
function quoted(value) {
  const mark = ["'", '"', '`'].find((one) => !value.includes(one)) ?? '';
  return `${mark}${value}${mark}`;
}

/**
 * Forgets the addresses of a stopped instance.
 * @param {string} dataDir
 */
export function forgetInstance(dataDir) {
  rmSync(join(dataDir, 'instance.env'), { force: true });
}

/**
 * Runs the built command line program to its end; a failure carries its last lines.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function runCli(args, env) {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolvePromise(undefined);
      const reason = output.trim().split('\n').slice(-8).join('\n');
      reject(
        new StackError(
          `"${args.join(' ')}" failed (${code ?? signal}):\n${reason}`,
          'Nothing else was started. Mend the cause, then start again.',
        ),
      );
    });
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} [nodeOptions]
 * @returns {import('./supervise.mjs').ServiceSpec}
 */
export function workerService(env, nodeOptions = ['--enable-source-maps']) {
  const since = Date.now();
  const address = env['TEMPORAL_ADDRESS'] ?? '';
  const namespace = env['TEMPORAL_NAMESPACE'] ?? '';
  return {
    name: 'worker',
    command: process.execPath,
    args: [...nodeOptions, WORKER],
    spawnOptions: { cwd: root, env },
    stopSignal: 'SIGTERM',
    graceMs: 10_500,
    ready: () => hasPoller({ address, namespace, taskQueue: 'project', since }),
    readyWithinMs: 60_000,
    whenBroken: 'Without it commands are stored but not carried out.',
  };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {number} port
 * @param {string[]} [nodeOptions]
 * @param {'ready' | 'live'} [health] `live`: without a worker, for those who only read
 * @returns {import('./supervise.mjs').ServiceSpec}
 */
export function apiService(env, port, nodeOptions = ['--enable-source-maps'], health = 'ready') {
  return {
    name: 'api',
    command: process.execPath,
    args: [...nodeOptions, API],
    spawnOptions: { cwd: root, env },
    stopSignal: 'SIGTERM',
    graceMs: 5_000,
    overlapMs: 1_000,
    ready: () => answersHttp(`http://127.0.0.1:${port}/api/health/${health}`),
    readyWithinMs: 60_000,
    whenBroken: 'Without it there is no dashboard.',
  };
}

/**
 * The watchdog is waited for by nobody: the programme works without it, and its line on the home page says when it is silent.
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} [nodeOptions]
 * @returns {import('./supervise.mjs').ServiceSpec}
 */
export function watchdogService(env, nodeOptions = ['--enable-source-maps']) {
  return {
    name: 'watchdog',
    command: process.execPath,
    args: [...nodeOptions, WATCHDOG],
    spawnOptions: { cwd: root, env },
    stopSignal: 'SIGTERM',
    graceMs: 2_000,
    ready: () => Promise.resolve(true),
    readyWithinMs: 1_000,
    whenBroken: 'Without it nobody proves that nothing was missed.',
  };
}

/**
 * The people to sign in as, where first data made some.
 * @param {string} dataDir
 * @returns {{ role: string, name: string, email: string, password: string }[]}
 */
export function demoPeople(dataDir) {
  const path = join(dataDir, 'demo-people.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}
