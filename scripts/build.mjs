// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { identify, isRunning } from './stack/processes.mjs';
import { StackError } from './stack/stack-error.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const built = join(root, 'dist/built.json');
const shared = ['package-lock.json', 'tsconfig.json'];

/** What is built, from which sources, by which command, into which place. */
const PARTS = {
  api: {
    from: ['apps/api', 'libs', 'scripts/transpile.mjs'],
    clear: 'dist/apps/api',
    command: [process.execPath, 'scripts/transpile.mjs', 'api'],
  },
  worker: {
    from: ['apps/worker', 'libs', 'scripts/transpile.mjs'],
    clear: 'dist/apps/worker',
    command: [process.execPath, 'scripts/transpile.mjs', 'worker'],
  },
  workflows: {
    from: ['libs/workflows', 'libs/domain', 'scripts/build-workflow-bundle.mjs'],
    clear: 'dist/workflow-bundle.js',
    command: [process.execPath, 'scripts/build-workflow-bundle.mjs'],
  },
  dashboard: {
    from: ['apps/dashboard'],
    clear: 'dist/dashboard',
    command: [
      'node_modules/.bin/vite',
      'build',
      'apps/dashboard',
      '--outDir',
      '../../dist/dashboard',
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ],
  },
};

/** @typedef {keyof typeof PARTS} Part */

/**
 * Builds what is older than its sources, two parts at a time; a part whose sources are unchanged is left alone.
 * @returns {Promise<Part[]>} what was built
 */
export async function build() {
  if (outdated().length === 0) return [];
  const release = await takeTurn();
  try {
    const wanted = outdated();
    const queue = [...wanted];
    const lane = async () => {
      for (let part = queue.shift(); part !== undefined; part = queue.shift()) await buildPart(part);
    };
    await Promise.all([lane(), lane()]);
    return wanted;
  } finally {
    release();
  }
}

/** @returns {Part[]} */
function outdated() {
  const before = readHashes();
  const parts = /** @type {Part[]} */ (Object.keys(PARTS));
  return parts.filter((part) => before[part] !== hashOf(part) || !existsSync(join(root, PARTS[part].clear)));
}

/** @returns {Record<string, string>} */
function readHashes() {
  try {
    return JSON.parse(readFileSync(built, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {Part} part */
function hashOf(part) {
  const hash = createHash('sha256');
  for (const path of [...PARTS[part].from, ...shared])
    for (const file of filesUnder(path))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} files below it in a stable order, without tests
 */
function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  const entries = readdirSync(full, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.includes('node_modules'))
    .sort();
}

/** @param {Part} part */
async function buildPart(part) {
  const { clear, command } = PARTS[part];
  const hash = hashOf(part);
  clearAway(join(root, clear));
  const { code, output } = await run(command);
  if (code !== 0) {
    throw new StackError(
      `The part "${part}" could not be built (${command.slice(-2).join(' ')}: ${code}).\n${plain(output)}`,
      'Mend the sources, then start again.',
    );
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(built, JSON.stringify({ ...readHashes(), [part]: hash }));
}

/**
 * The beginning of what a tool said, where the first error is, without its colours.
 * @param {string} output
 */
function plain(output) {
  return stripVTControlCharacters(output).trim().split('\n').slice(0, 40).join('\n');
}

/**
 * What a deleted source once gave (a migration, say) must not stay. Moved aside first, so that nobody meets a half-removed folder.
 * @param {string} path
 */
function clearAway(path) {
  const aside = `${path}.${process.pid}.old`;
  if (existsSync(path)) renameSync(path, aside);
  rmSync(aside, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * @param {string[]} command
 * @returns {Promise<{ code: number | string | null, output: string }>}
 */
function run([program = '', ...args]) {
  return new Promise((resolvePromise) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolvePromise({ code: error.message, output }));
    child.once('close', (code) => resolvePromise({ code, output }));
  });
}

/**
 * Two builds at once would clear each other's output: the second waits for the first.
 * @returns {Promise<() => void>}
 */
async function takeTurn() {
  const lock = join(root, 'node_modules/.gongfang-build');
  for (;;) {
    try {
      writeFileSync(lock, JSON.stringify(identify(process.pid)), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!holderRuns(lock)) rmSync(lock, { force: true });
    await delay(200);
  }
}

/** @param {string} lock */
function holderRuns(lock) {
  try {
    return isRunning(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return existsSync(lock) && readFileSync(lock, 'utf8') === '';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { explain, step } = await import('./stack/steps.mjs');
  try {
    await step('build', build, (parts) => (parts.length === 0 ? 'nothing changed' : parts.join(', ')));
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
