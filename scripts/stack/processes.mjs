// @ts-check
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {{ pid: number, startedAt: string }} ProcessIdentity a pid together with its start time: a pid alone is reused */

/**
 * When the process began, as an opaque text that is equal for the same process and different after the pid was reused;
 * undefined when no such process runs. Zombies count as ended.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function processStart(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The program's name may hold blanks and brackets; the fields after its closing bracket are plain.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * The identity of a running process, or undefined when it has ended.
 * @param {number | undefined} pid
 * @returns {ProcessIdentity | undefined}
 */
export function identify(pid) {
  const startedAt = pid === undefined ? undefined : processStart(pid);
  return pid === undefined || startedAt === undefined ? undefined : { pid, startedAt };
}

/**
 * Whether exactly this process still runs.
 * @param {ProcessIdentity} identity
 */
export function isRunning(identity) {
  return processStart(identity.pid) === identity.startedAt;
}

/**
 * Waits until the condition holds; false when it does not within the time.
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} withinMs
 * @param {number} [everyMs]
 */
export async function holdsWithin(condition, withinMs, everyMs = 25) {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() >= end) return false;
    await delay(everyMs);
  }
  return true;
}

/**
 * Sends a signal to exactly this process; a process that has ended is no failure.
 * @param {ProcessIdentity} identity
 * @param {NodeJS.Signals} signal
 */
export function sendSignal(identity, signal) {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Ends a process: its own stop signal first, SIGKILL when it has not ended within the grace time.
 * @param {ProcessIdentity} identity
 * @param {{ signal: NodeJS.Signals, graceMs: number }} how
 */
export async function endProcess(identity, { signal, graceMs }) {
  sendSignal(identity, signal);
  if (await holdsWithin(() => !isRunning(identity), graceMs)) return;
  sendSignal(identity, 'SIGKILL');
  await holdsWithin(() => !isRunning(identity), 2_000);
}

/** Environment variable that every process of a data folder carries; its value is the folder. */
const RUN_MARK = 'GONGFANG_RUN_DIR';

/**
 * The mark for the environment of a process that belongs to this data folder.
 * @param {string} dataDir
 * @returns {NodeJS.ProcessEnv}
 */
export function runMark(dataDir) {
  return { [RUN_MARK]: dataDir };
}

/**
 * Processes that carry the mark of this data folder, among them those that nobody had time to note down. Known on Linux only.
 * @param {string} dataDir
 * @returns {ProcessIdentity[]}
 */
export function markedProcesses(dataDir) {
  if (process.platform !== 'linux') return [];
  const mark = `${RUN_MARK}=${dataDir}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        const marked = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(mark);
        return (marked ? identify(Number(name)) : undefined) ?? [];
      } catch {
        return [];
      }
    });
}
