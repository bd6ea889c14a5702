// @ts-check
/**
 * npm start: sets up and starts everything in the foreground.
 * Options: --empty starts without demo people and demo projects; --projects 10000 adds that many generated ones to the demo, once.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, requireNode } from './stack/dependencies.mjs';
import { claimPort } from './stack/ports.mjs';
import { explain, step } from './stack/steps.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
/** The terminal and npm both pass Ctrl-C on; a second wish within this time is the same one. */
const SAME_WISH_MS = 1_500;

/** @type {import('./stack/supervise.mjs').Supervisor | undefined} */
let supervisor;
/** @type {number | undefined} */
let stoppingSince;

/**
 * @param {number} exitCode
 * @returns {Promise<never>}
 */
async function stop(exitCode) {
  if (stoppingSince !== undefined) {
    if (Date.now() - stoppingSince < SAME_WISH_MS) return new Promise(() => undefined);
    supervisor?.kill();
    process.exit(1);
  }
  stoppingSince = Date.now();
  if (supervisor !== undefined) {
    console.log('\nStopping …');
    await supervisor.stop();
    if (supervisor.claimed) (await import('./stack/instance.mjs')).forgetInstance(supervisor.dataDir);
    console.log(`Stopped after ${((Date.now() - stoppingSince) / 1_000).toFixed(1)} s. All data is kept in ${supervisor.dataDir}.`);
  }
  process.exit(exitCode);
}

/**
 * Started by npm, our parent is npm itself (package.json says exec, so that no shell stands between). When npm is killed we would live on and
 * hold the port against the next start.
 */
function stopWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop(0);
  }, 500).unref();
}

/** @param {string[]} args */
async function start(args) {
  requireNode();
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const env = process.env;
  const dataDir = resolve(env['GONGFANG_DATA_DIR'] || join(root, '.gongfang'));
  await step(
    'packages',
    () => ensureDependencies(root),
    (installed) => (installed ? 'installed' : undefined),
  );
  const { build } = await import('./build.mjs');
  await step('build', build, (parts) => (parts.length === 0 ? undefined : parts.join(', ')));
  const { checkSettings, demoPeople, startInstance } = await import('./stack/instance.mjs');
  const { prepareDataDir } = await import('./stack/services.mjs');
  const { Supervisor } = await import('./stack/supervise.mjs');
  checkSettings(env);
  prepareDataDir(dataDir);
  supervisor = new Supervisor(dataDir, (line) => console.log(`  ! ${line}`));
  await supervisor.claim();
  const port = await claimPort(Number(env['GONGFANG_PORT'] || 8_080), 'GONGFANG_PORT');
  const projects = args.includes('--projects') ? Number(args[args.indexOf('--projects') + 1]) : 0;
  const instance = await startInstance({ supervisor, dataDir, port, env, empty: args.includes('--empty'), projects });
  announce(instance, demoPeople(dataDir));
}

/**
 * @param {import('./stack/instance.mjs').Instance} instance
 * @param {ReturnType<typeof import('./stack/instance.mjs').demoPeople>} people
 */
function announce({ url, inboxUrl, engineUrl }, people) {
  console.log(`\nGongfang is ready: ${url}`);
  if (inboxUrl !== undefined) console.log(`Inbox (every mail is caught here): ${inboxUrl}`);
  if (engineUrl !== undefined) console.log(`Temporal UI: ${engineUrl}`);
  if (people.length > 0) console.log('\nSign in as:');
  const width = (/** @type {'role' | 'email'} */ key) => Math.max(...people.map((person) => person[key].length));
  for (const { role, name, email, password } of people) {
    console.log(`  ${role.padEnd(width('role'))}  ${email.padEnd(width('email'))}  ${password}  ${name}`);
  }
  console.log('\nCtrl-C stops everything; nothing is lost.');
}

// A reader that goes away (npm start | head) is no reason to die.
process.stdout.on('error', () => undefined);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void stop(0));
stopWithNpm();
try {
  await start(process.argv.slice(2));
} catch (error) {
  if (stoppingSince === undefined) explain(error);
  await stop(1);
}
