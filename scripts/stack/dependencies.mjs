// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from './stack-error.mjs';

/** The oldest Node.js that loads ESM-only packages by require. */
const OLDEST_NODE = [20, 19];

/** Fails with advice on a Node.js that cannot run Gongfang. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new StackError(
    `Node.js ${process.versions.node} is too old.`,
    `Install Node.js ${OLDEST_NODE.join('.')} or newer (https://nodejs.org) and start again.`,
  );
}

/**
 * Installs the packages of the lock file when they are missing or differ from it; otherwise does nothing.
 * @param {string} root
 * @returns {Promise<boolean>} whether it installed
 */
export async function ensureDependencies(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules/.gongfang-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  const installed = !agreesWithLock(root, JSON.parse(lock.toString()));
  if (installed) await npmCi(root);
  keepStamp(stamp, hash);
  return installed;
}

/**
 * Spares the next start the comparison; an ordinary user in a checkout of somebody else's compares each time.
 * @param {string} stamp
 * @param {string} hash
 */
function keepStamp(stamp, hash) {
  try {
    writeFileSync(stamp, hash);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EACCES') throw error;
  }
}

/**
 * npm notes what it installed in a hidden lock file; it may lack packages that are optional or for other platforms.
 * @param {string} root
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> }} lock
 */
function agreesWithLock(root, lock) {
  try {
    const hidden = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8'));
    return Object.entries(lock.packages).every(([path, { version, optional }]) => {
      const present = hidden.packages[path];
      return path === '' || (present === undefined ? optional === true : present.version === version);
    });
  } catch {
    return false;
  }
}

/** @param {string} root */
async function npmCi(root) {
  const npm = process.env['npm_execpath'];
  const [command, before] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  let output = '';
  const code = await new Promise((resolve) => {
    const child = spawn(command, [...before, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  if (code === 0) return;
  const reason = output.trim().split('\n').slice(-6).join('\n');
  throw new StackError(
    `The packages could not be installed (npm ci: ${code}).\n${reason}`,
    'Check the network and the disk, then start again.',
  );
}
