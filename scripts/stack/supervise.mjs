// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LogFile } from './log-file.mjs';
import { endProcess, holdsWithin, identify, isRunning, runMark, sendSignal } from './processes.mjs';
import { endLeftovers, endUnrecorded, readRunRecord, removeRunRecord, writeRunRecord } from './run-file.mjs';
import { StackError } from './stack-error.mjs';

const FIRST_BACK_OFF_MS = 500;
const LONGEST_BACK_OFF_MS = 30_000;
/** A service that ran this long before it ended starts again without delay. */
const STABLE_MS = 60_000;
/** How often a first start is tried again when what stopped it may pass. */
const START_AGAIN = 3;

/**
 * @typedef {object} ServiceSpec
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {import('node:child_process').SpawnOptions} [spawnOptions]
 * @property {NodeJS.Signals} stopSignal what asks it to end in order
 * @property {number} graceMs how long it may take to end before it is killed
 * @property {number} [overlapMs] the next service is asked to end after this time, even while this one still ends
 * @property {() => Promise<boolean>} ready
 * @property {number} readyWithinMs
 * @property {string} whenBroken what a person can do when it does not start
 * @property {RegExp} [passing] last words that a second attempt may not meet again, such as an inner port that another program took
 *
 * @typedef {object} RunningService
 * @property {ServiceSpec} spec
 * @property {LogFile} log
 * @property {import('node:child_process').ChildProcess} child
 * @property {import('./processes.mjs').ProcessIdentity | undefined} identity
 * @property {number} startedAt epoch ms
 * @property {number} failures ends in a row without a stable time between
 */

/** Whether a service ended for a reason that passes, so that it is worth starting again. @param {RunningService} service */
async function endedInPassing({ spec, log, child, failures }) {
  if (spec.passing === undefined || !hasEnded(child) || failures >= START_AGAIN) return false;
  return spec.passing.test(await lastWords(log));
}

/**
 * Starts services one after another, starts again those that end by themselves, and stops all in the reverse order. One per data folder.
 * Each service runs in a process group of its own, so that Ctrl-C reaches only the supervisor, which then stops them in order.
 */
export class Supervisor {
  /**
   * @param {string} dataDir
   * @param {(line: string) => void} tell gets a sentence for the person at the terminal when a service ended by itself
   */
  constructor(dataDir, tell) {
    this.dataDir = dataDir;
    this.tell = tell;
    this.stopping = false;
    this.claimed = false;
    /** @type {Promise<void> | undefined} */
    this.stopped = undefined;
    /** @type {RunningService[]} */
    this.services = [];
  }

  /** Takes the data folder: refuses when a supervisor runs on it, ends what a killed one left behind, starts the guardian. */
  async claim() {
    mkdirSync(this.dataDir, { recursive: true });
    await this.refuseSecond();
    const record = readRunRecord(this.dataDir);
    if (record !== undefined) {
      const ended = await endLeftovers(record);
      if (ended.length > 0) this.tell(`An earlier run was killed; ended what it left behind: ${ended.join(', ')}.`);
    }
    await endUnrecorded(this.dataDir);
    this.record();
    this.claimed = true;
    const guardian = fileURLToPath(new URL('./guardian.mjs', import.meta.url));
    this.guardian = spawn(process.execPath, [guardian, this.dataDir, String(process.pid)], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.guardian.stdin.on('error', () => undefined);
    this.guardian.unref();
  }

  /** One that is stopping, or is about to notice that npm was killed, is waited for. */
  async refuseSecond() {
    const other = () => {
      const record = readRunRecord(this.dataDir);
      return record !== undefined && record.supervisor.pid !== process.pid && isRunning(record.supervisor) ? record : undefined;
    };
    await holdsWithin(() => other()?.stopping !== false, 2_000);
    if (await holdsWithin(() => other() === undefined, other()?.stopping === true ? 16_000 : 0)) return;
    throw new StackError(
      `Gongfang already runs on the data folder ${this.dataDir} (process ${other()?.supervisor.pid}).`,
      `Stop it (kill ${other()?.supervisor.pid}), or use another folder: GONGFANG_DATA_DIR=… npm start`,
    );
  }

  record() {
    const supervisor = identify(process.pid);
    if (supervisor === undefined) throw new Error('the supervisor cannot identify itself');
    const children = this.services.flatMap(({ spec, identity }) =>
      identity === undefined ? [] : [{ name: spec.name, stopSignal: spec.stopSignal, graceMs: spec.graceMs, ...identity }],
    );
    writeRunRecord(this.dataDir, { supervisor, stopping: this.stopping, children });
  }

  /**
   * Starts a service and waits until it is ready. Fails with its last words when it ends or is not ready in time.
   * @param {ServiceSpec} spec
   */
  async start(spec) {
    if (this.stopping) throw new StackError('The start was interrupted.', 'Start again with npm start.');
    const log = new LogFile(join(this.dataDir, 'logs', `${spec.name}.log`));
    let service = this.launch(spec, log, 0);
    this.services.push(service);
    this.record();
    const end = Date.now() + spec.readyWithinMs;
    while (!(await spec.ready())) {
      if (await endedInPassing(service)) {
        const next = this.launch(spec, log, service.failures + 1);
        this.services = this.services.map((each) => (each === service ? next : each));
        service = next;
        this.record();
        continue;
      }
      if (hasEnded(service.child)) throw await this.broken(service, 'ended at once');
      if (Date.now() > end) throw await this.broken(service, `was not ready within ${spec.readyWithinMs / 1000} s`);
      if (this.stopping) throw new StackError('The start was interrupted.', 'Start again with npm start.');
      await delay(50);
    }
    service.child.once('exit', (code, signal) => this.ended(service, code ?? signal));
    if (hasEnded(service.child)) await this.ended(service, service.child.exitCode);
  }

  /**
   * @param {RunningService} service
   * @param {string} what
   */
  async broken({ spec, log }, what) {
    const last = await lastWords(log);
    return new StackError(
      `The service "${spec.name}" ${what}${last === '' ? '' : `: ${last}`}.`,
      `${spec.whenBroken} Its log: ${log.path}`,
    );
  }

  /**
   * @param {ServiceSpec} spec
   * @param {LogFile} log
   * @param {number} failures
   * @returns {RunningService}
   */
  launch(spec, log, failures) {
    const env = { ...(spec.spawnOptions?.env ?? process.env), ...runMark(this.dataDir) };
    const child = spawn(spec.command, spec.args, { ...spec.spawnOptions, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => log.write(chunk));
    child.on('error', (error) => log.write(`error: ${error.message}\n`));
    return { spec, log, child, identity: identify(child.pid), startedAt: Date.now(), failures };
  }

  /**
   * @param {RunningService} service
   * @param {number | string | null} how
   */
  async ended(service, how) {
    if (this.stopping) return;
    const { spec, log } = service;
    const failures = Date.now() - service.startedAt > STABLE_MS ? 0 : service.failures;
    const waitMs = Math.min(FIRST_BACK_OFF_MS * 2 ** failures, LONGEST_BACK_OFF_MS);
    this.tell(`The service "${spec.name}" ended by itself (${how}); starting it again in ${waitMs / 1000} s. Its log: ${log.path}`);
    await delay(waitMs);
    if (this.stopping) return;
    const next = this.launch(spec, log, failures + 1);
    next.child.once('exit', (code, signal) => this.ended(next, code ?? signal));
    this.services = this.services.map((each) => (each === service ? next : each));
    this.record();
  }

  /**
   * Ends a service so that it is started again, after a change of what it runs.
   * @param {string} name
   */
  restart(name) {
    const service = this.services.find(({ spec }) => spec.name === name);
    if (service?.identity !== undefined) sendSignal(service.identity, service.spec.stopSignal);
  }

  /** Stops everything in the reverse order of the start, within 15 s even when services hang. Safe to call twice. */
  stop() {
    this.stopping = true;
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  async stopAll() {
    if (this.claimed) this.record();
    const ending = [];
    for (const { spec, identity } of [...this.services].reverse()) {
      if (identity === undefined) continue;
      const end = endProcess(identity, { signal: spec.stopSignal, graceMs: spec.graceMs });
      ending.push(end);
      await (spec.overlapMs === undefined ? Promise.all(ending) : Promise.race([end, delay(spec.overlapMs)]));
    }
    await Promise.all(ending);
    for (const { log } of this.services) log.close();
    if (this.claimed) removeRunRecord(this.dataDir);
    this.guardian?.stdin.end('released\n');
  }

  /** Ends everything at once, for a person who asks a second time. */
  kill() {
    this.stopping = true;
    for (const { identity } of this.services) if (identity !== undefined && isRunning(identity)) process.kill(identity.pid, 'SIGKILL');
    if (this.claimed) removeRunRecord(this.dataDir);
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/**
 * What a service that ended said at last, as far as it tells of a trouble.
 * @param {LogFile} log
 */
async function lastWords(log) {
  // The end may be known before the last words were read.
  await delay(100);
  const words = log.tail(40).filter((line) => /FATAL|PANIC|ERROR|[Ee]rror|HINT|refus|panic/.test(line));
  return words.slice(-2).join(' | ').slice(0, 600);
}
