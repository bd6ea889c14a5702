// @ts-check
import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { holdsWithin, identify, processStart } from './processes.mjs';
import { isReachable, OPEN_FOLDER } from './postgres-binaries.mjs';
import { StackError } from './stack-error.mjs';

const MAJOR_VERSION = '18';

/** @typedef {import('./postgres-binaries.mjs').RunAs} RunAs */

/**
 * The folder of the cluster, made at the first start. A half-made one (killed during the first start) is thrown away and made anew.
 * @param {{ dataDir: string, user: RunAs, initdb: string, password: string, durable: boolean }} options
 *   durable false leaves out the flush to disk at the end of the set-up, for tests
 * @returns {Promise<string>} the folder PostgreSQL is to use
 */
export async function prepareCluster({ dataDir, user, initdb, password, durable }) {
  const folder = join(dataDir, 'postgres');
  if (existsSync(folder)) {
    checkCluster(folder, dataDir);
    const found = realpathSync(folder);
    await removeStaleLock(found);
    return found;
  }
  const real = realFolder(folder, user);
  const half = `${real}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  if (user !== undefined) chownSync(half, user.uid, user.gid);
  await runInitdb({ initdb, folder: half, user, password, durable });
  renameSync(half, real);
  return real;
}

/**
 * Where the files really lie: in the data folder, or, when root's data folder is closed to the database's user, in an open place that the
 * data folder points to.
 * @param {string} folder
 * @param {RunAs} user
 */
function realFolder(folder, user) {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return readlinkSync(folder);
  if (user === undefined || isReachable(resolve(folder, '..'), user)) return folder;
  mkdirSync(OPEN_FOLDER, { recursive: true, mode: 0o755 });
  const own = mkdtempSync(join(OPEN_FOLDER, 'data-'));
  chownSync(own, user.uid, user.gid);
  // Before the cluster is there: a start that is killed on the way leaves no folder that nobody knows.
  symlinkSync(join(own, 'postgres'), folder);
  return join(own, 'postgres');
}

/**
 * @param {string} folder
 * @param {string} dataDir
 */
function checkCluster(folder, dataDir) {
  const versionFile = join(folder, 'PG_VERSION');
  const moveAway = `Put the folder back from a backup, or move it away (mv ${dataDir} ${dataDir}.old) and start again with new data.`;
  if (!existsSync(versionFile)) throw new StackError(`The database folder ${folder} is damaged: PG_VERSION is missing.`, moveAway);
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new StackError(
      `The database folder ${folder} was written by PostgreSQL ${version}; this release brings PostgreSQL ${MAJOR_VERSION}.`,
      'Back up with the release that wrote it (npm run gongfang -- backup) and restore with this one.',
    );
  }
}

/**
 * @param {{ initdb: string, folder: string, user: RunAs, password: string, durable: boolean }} options
 */
async function runInitdb({ initdb, folder, user, password, durable }) {
  const secretDir = mkdtempSync(join(tmpdir(), 'gongfang-'));
  const passwordFile = join(secretDir, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) for (const path of [secretDir, passwordFile]) chownSync(path, user.uid, user.gid);
  const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--auth=scram-sha-256'];
  try {
    const args = [`--pgdata=${folder}`, '--username=postgres', `--pwfile=${passwordFile}`, ...flags, ...(durable ? [] : ['--no-sync'])];
    const { code, output } = await run(initdb, args, user);
    if (code === 0) return;
    const reason =
      output
        .split('\n')
        .filter((line) => line.includes('error'))
        .at(-1) ?? output.trim().split('\n').at(-1);
    throw new StackError(
      `PostgreSQL could not set up its folder ${folder}: ${reason ?? `exit code ${code}`}`,
      'Check that the folder can be written and the disk is not full; after npm ci --ignore-scripts run npm ci again without it.',
    );
  } finally {
    rmSync(secretDir, { recursive: true, force: true });
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {RunAs} user
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(program, args, user) {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(program, args, { ...user, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolvePromise({ code, output }));
  });
}

/**
 * After `kill -9` a lock file stays behind. PostgreSQL removes it itself unless its pid now belongs to another program, as happens after the
 * restart of a container. Processes of the old server that still use the folder are waited for, then ended.
 * @param {string} folder
 */
async function removeStaleLock(folder) {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const own = () => usersOf(folder);
  if (own().length > 0 && !(await holdsWithin(() => own().length === 0, 1_000))) {
    for (const pid of own()) process.kill(pid, 'SIGQUIT');
    if (!(await holdsWithin(() => own().length === 0, 5_000))) {
      throw new StackError(
        `Another PostgreSQL (process ${own().join(', ')}) still uses the database folder ${folder}.`,
        'Stop that process, then start again.',
      );
    }
  }
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (processStart(pid) === undefined || process.platform === 'linux') rmSync(lock, { force: true });
}

/**
 * Processes whose working folder is this cluster: PostgreSQL's server and all its parts stand in it. Known on Linux only; elsewhere
 * PostgreSQL's own lock decides.
 * @param {string} folder
 * @returns {number[]}
 */
function usersOf(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder && identify(pid) !== undefined;
      } catch {
        return false;
      }
    });
}
