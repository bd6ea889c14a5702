// @ts-check
/**
 * npm run rehearse: plays a whole call, from publication to the third annual report, in a rehearsal room on real services and prints the story.
 * Options: --one plays one project alone; --laos the Laos standards programme; --quiet prints the totals only;
 * --url <address> plays on a running instance in rehearsal mode, whose data folder is GONGFANG_DATA_DIR (else .gongfang/rehearsal).
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, parseEnv } from 'node:util';
import { ensureDependencies, requireNode } from './stack/dependencies.mjs';
import { freePort } from './stack/ports.mjs';
import { StackError } from './stack/stack-error.mjs';
import { explain, step } from './stack/steps.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
const CLI = join(root, 'dist/apps/worker/apps/worker/src/cli.js');
/** What an instance of production may have set: a rehearsal has its own of each. */
const OWN = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'TEMPORAL_ADDRESS',
  'SMTP_URL',
  'MAIL_RECORD_URL',
  'GONGFANG_FILES_DIR',
  'GONGFANG_PUBLIC_URL',
];
const ANY_PORT = [
  'GONGFANG_POSTGRES_PORT',
  'GONGFANG_TEMPORAL_PORT',
  'GONGFANG_TEMPORAL_UI_PORT',
  'GONGFANG_SMTP_PORT',
  'GONGFANG_INBOX_PORT',
];

/** @type {import('./stack/supervise.mjs').Supervisor | undefined} */
let supervisor;

/**
 * Plays on an instance, with its settings; gives back the exit code.
 * @param {string} url
 * @param {string[]} options
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function play(url, options, env) {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(process.execPath, [CLI, 'rehearse', '--url', url, ...options], { cwd: root, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolvePromise(code ?? 1));
  });
}

/**
 * Starts an instance for the rehearsal on a data folder of its own: own database, own namespace, own files, own mail catcher.
 * @param {string} dataDir
 */
async function startOwn(dataDir) {
  requireNode();
  await ensureDependencies(root);
  const { build } = await import('./build.mjs');
  await step('build', build, (parts) => (parts.length === 0 ? undefined : parts.join(', ')));
  const { startInstance } = await import('./stack/instance.mjs');
  const { prepareDataDir } = await import('./stack/services.mjs');
  const { Supervisor } = await import('./stack/supervise.mjs');
  prepareDataDir(dataDir);
  supervisor = new Supervisor(dataDir, (line) => console.error(`  ! ${line}`));
  await supervisor.claim();
  const own = Object.fromEntries([...OWN.map((name) => [name, undefined]), ...ANY_PORT.map((name) => [name, '0'])]);
  const env = { ...process.env, ...own, GONGFANG_MODE: 'rehearsal', TEMPORAL_NAMESPACE: 'gongfang-rehearsal', LOG_LEVEL: 'warn' };
  return startInstance({ supervisor, dataDir, port: await freePort(), env, empty: true });
}

/**
 * The settings of a running instance, from its data folder.
 * @param {string} dataDir
 * @returns {NodeJS.ProcessEnv}
 */
function settingsOf(dataDir) {
  const file = join(dataDir, 'instance.env');
  if (existsSync(file)) return { ...process.env, GONGFANG_MODE: 'rehearsal', ...parseEnv(readFileSync(file, 'utf8')) };
  throw new StackError(
    `No instance runs on the data folder ${dataDir}.`,
    'Name its folder: GONGFANG_DATA_DIR=… npm run rehearse -- --url …',
  );
}

async function main() {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, one: { type: 'boolean' }, laos: { type: 'boolean' }, quiet: { type: 'boolean' } },
  });
  const options = ['one', 'laos', 'quiet']
    .filter((name) => values[/** @type {'one' | 'laos' | 'quiet'} */ (name)])
    .map((name) => `--${name}`);
  const dataDir = resolve(process.env['GONGFANG_DATA_DIR'] || join(root, '.gongfang', 'rehearsal'));
  if (values.url !== undefined) return play(values.url, options, settingsOf(dataDir));
  const { url, env, inboxUrl } = await startOwn(dataDir);
  console.log(`\nThe rehearsal runs on ${url}; its mails are caught at ${inboxUrl}.\n`);
  return play(url, options, env);
}

async function end(/** @type {number} */ exitCode) {
  await supervisor?.stop();
  process.exit(exitCode);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void end(130));
try {
  await end(await main());
} catch (error) {
  explain(error);
  await end(1);
}
