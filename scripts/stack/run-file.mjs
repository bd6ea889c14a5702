// @ts-check
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isRunning, markedProcesses } from './processes.mjs';

const UNRECORDED_GRACE_MS = 3_000;

/**
 * @typedef {import('./processes.mjs').ProcessIdentity} ProcessIdentity
 * @typedef {ProcessIdentity & { name: string, stopSignal: NodeJS.Signals, graceMs: number }} RunningChild
 * @typedef {{ supervisor: ProcessIdentity, stopping: boolean, children: RunningChild[] }} RunRecord who runs in a data folder; children in the order they started
 */

/** @param {string} dataDir */
const runFile = (dataDir) => join(dataDir, 'running.json');

/**
 * Who is recorded as running in this data folder; undefined when nobody is, or when the record cannot be read.
 * @param {string} dataDir
 * @returns {RunRecord | undefined}
 */
export function readRunRecord(dataDir) {
  try {
    return JSON.parse(readFileSync(runFile(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Replaces the record in one step, so that a reader never sees half of it.
 * @param {string} dataDir
 * @param {RunRecord} record
 */
export function writeRunRecord(dataDir, record) {
  const path = runFile(dataDir);
  writeFileSync(`${path}.new`, JSON.stringify(record, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** @param {string} dataDir */
export function removeRunRecord(dataDir) {
  rmSync(runFile(dataDir), { force: true });
}

/**
 * Ends what a supervisor left behind when it was killed, in the reverse order of the start. Processes are recognised by pid and start time,
 * so a pid that was given to another program is left alone.
 * @param {RunRecord} record
 * @returns {Promise<string[]>} the names of those that still ran
 */
export async function endLeftovers(record) {
  const ended = [];
  for (const child of [...record.children].reverse()) {
    if (!isRunning(child)) continue;
    ended.push(child.name);
    await endProcess(child, { signal: child.stopSignal, graceMs: child.graceMs });
  }
  return ended;
}

/**
 * Ends the processes of a data folder that stand in no record: those that were just being started when their supervisor was killed.
 * @param {string} dataDir
 */
export async function endUnrecorded(dataDir) {
  await Promise.all(markedProcesses(dataDir).map((identity) => endProcess(identity, { signal: 'SIGTERM', graceMs: UNRECORDED_GRACE_MS })));
}
