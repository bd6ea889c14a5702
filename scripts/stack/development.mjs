// @ts-check
import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../build.mjs';
import { runCommand } from '../run-command.mjs';
import { apiService, checkSettings, demoPeople, forgetInstance, startServices, watchdogService, workerService } from './instance.mjs';
import { claimPort, freePort } from './ports.mjs';
import { answersHttp, prepareDataDir } from './services.mjs';
import { explain, step } from './steps.mjs';
import { Supervisor } from './supervise.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..', '..');
const SETTLE_MS = 300;
const RELOADING = ['--watch', '--watch-preserve-output', '--enable-source-maps'];

/**
 * The compiler of one app, which writes on each change; Node.js then starts the program again.
 * @param {'api' | 'worker'} app
 * @returns {import('./supervise.mjs').ServiceSpec}
 */
function compiler(app) {
  return {
    name: `compile-${app}`,
    command: join(root, 'node_modules/.bin/nest'),
    args: ['build', app, '--watch'],
    spawnOptions: { cwd: root },
    stopSignal: 'SIGTERM',
    graceMs: 1_000,
    ready: async () => true,
    readyWithinMs: 1_000,
    whenBroken: 'Without it changes are not compiled.',
  };
}

/**
 * @param {number} port
 * @param {string} apiUrl
 * @returns {import('./supervise.mjs').ServiceSpec}
 */
function dashboard(port, apiUrl) {
  return {
    name: 'dashboard',
    command: join(root, 'node_modules/.bin/vite'),
    args: ['apps/dashboard', '--port', String(port), '--strictPort', '--clearScreen', 'false'],
    spawnOptions: { cwd: root, env: { ...process.env, GONGFANG_API_URL: apiUrl } },
    stopSignal: 'SIGTERM',
    graceMs: 1_000,
    ready: () => answersHttp(`http://localhost:${port}/`),
    readyWithinMs: 30_000,
    whenBroken: 'Without it there is no dashboard.',
  };
}

/**
 * The workflow bundle is one file for the worker: made anew when the workflows change, and the worker with it.
 * @param {Supervisor} supervisor
 */
function reloadWorkflows(supervisor) {
  /** @type {NodeJS.Timeout | undefined} */
  let settling;
  watch(join(root, 'libs/workflows/src'), { recursive: true }, () => {
    clearTimeout(settling);
    settling = setTimeout(async () => {
      const { code, output } = await runCommand(process.execPath, ['scripts/build-workflow-bundle.mjs'], { cwd: root });
      console.log(code === 0 ? '  workflows bundled anew' : output);
      if (code === 0) supervisor.restart('worker');
    }, SETTLE_MS);
  });
}

/**
 * Builds once, starts everything, and reloads until Ctrl-C.
 * @param {string} dataDir
 * @param {boolean} empty without demo people and demo projects
 */
export async function runDevelopment(dataDir, empty) {
  const supervisor = new Supervisor(dataDir, (line) => console.log(`  ! ${line}`));
  const stop = async (/** @type {number} */ exitCode) => {
    if (supervisor.stopping) return;
    console.log('\nStopping …');
    await supervisor.stop();
    if (supervisor.claimed) forgetInstance(dataDir);
    process.exit(exitCode);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void stop(0));
  try {
    await start(supervisor, dataDir, empty);
  } catch (error) {
    explain(error);
    await stop(1);
  }
}

/**
 * @param {Supervisor} supervisor
 * @param {string} dataDir
 * @param {boolean} empty
 */
async function start(supervisor, dataDir, empty) {
  await step('build', build);
  checkSettings(process.env);
  prepareDataDir(dataDir);
  await supervisor.claim();
  const port = await claimPort(Number(process.env['GONGFANG_PORT'] || 8_080), 'GONGFANG_PORT');
  const apiPort = await freePort();
  const { settings, inboxUrl, engineUrl } = await startServices({ supervisor, dataDir, port, env: process.env, empty });
  await step('worker', () => supervisor.start(workerService(settings, RELOADING)));
  await step('API', () => supervisor.start(apiService({ ...settings, GONGFANG_PORT: String(apiPort) }, apiPort, RELOADING)));
  await supervisor.start(watchdogService(settings, RELOADING));
  for (const app of /** @type {const} */ (['api', 'worker'])) await supervisor.start(compiler(app));
  await step('dashboard', () => supervisor.start(dashboard(port, `http://localhost:${apiPort}`)));
  reloadWorkflows(supervisor);
  console.log(
    `\nGongfang reloads on change: http://localhost:${port}\nAPI: http://localhost:${apiPort}\nInbox: ${inboxUrl}\nTemporal UI: ${engineUrl}`,
  );
  console.table(demoPeople(dataDir));
}
