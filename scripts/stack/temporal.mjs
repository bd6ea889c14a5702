// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import Long from 'long';
import { holdsWithin } from './processes.mjs';
import { StackError } from './stack-error.mjs';

const { INDEXED_VALUE_TYPE_DATETIME: DATETIME, INDEXED_VALUE_TYPE_KEYWORD: KEYWORD } = proto.temporal.api.enums.v1.IndexedValueType;
const ALREADY_EXISTS = 6;

/** Days a closed run stays readable: ten years. The server's own namespaces would drop them after one day. */
const RETENTION_DAYS = 3_650;

/** What operators may search for; the shell sets them. A workflow that sets one the namespace lacks would stand still for ever. */
const SEARCH_ATTRIBUTES = { ProjectStage: KEYWORD, HostCountry: KEYWORD, CallRef: KEYWORD, ProjectHealth: KEYWORD, NextWakeAt: DATETIME };

/** @typedef {import('./supervise.mjs').ServiceSpec} ServiceSpec */

/**
 * The real Temporal server on one database file, as a service for the supervisor. Listens on this machine only.
 * @param {{ dataDir: string, port: number, uiPort?: number | undefined, program: import('./temporal-binary.mjs').TemporalProgram }} options
 *   without uiPort the server runs without its web pages
 * @returns {ServiceSpec}
 */
export function temporalService({ dataDir, port, uiPort, program }) {
  const folder = join(dataDir, 'temporal');
  mkdirSync(folder, { recursive: true });
  keepVersion(folder, program.version);
  const pages = uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)];
  return {
    name: 'temporal',
    command: program.path,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), ...pages, '--log-level', 'warn'],
      ...['--db-filename', join(folder, 'temporal.db'), '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
      // Without it a timer of the server may fire up to a second late.
      ...['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="10ms"'],
    ],
    spawnOptions: { cwd: folder },
    stopSignal: 'SIGTERM',
    graceMs: 2_000,
    ready: () => serverAnswers(`127.0.0.1:${port}`),
    readyWithinMs: 30_000,
    // It chooses the ports between its own parts before it listens there.
    passing: /address already in use/,
    whenBroken: `The engine's file ${folder} may be damaged: move it away (mv ${folder} ${folder}.old) and start again; running projects are rebuilt from the ledger.`,
  };
}

/**
 * The file's schema is written once, by the server that made it; opening it with another version is not supported.
 * @param {string} folder
 * @param {string} version
 */
function keepVersion(folder, version) {
  const note = join(folder, 'cli-version');
  if (!existsSync(note)) return writeFileSync(note, version);
  const writtenBy = readFileSync(note, 'utf8').trim();
  if (writtenBy === version) return;
  throw new StackError(
    `The engine's file in ${folder} was made by Temporal CLI ${writtenBy}, but ${version} was found.`,
    `Put Temporal CLI ${writtenBy} first on PATH, or move the file away (mv ${folder} ${folder}.old): running projects are rebuilt from the ledger.`,
  );
}

/** @param {string} address */
async function serverAnswers(address) {
  try {
    return await withConnection(address, async ({ workflowService }) => {
      await workflowService.getSystemInfo({});
      return true;
    });
  } catch {
    return false;
  }
}

/**
 * @template T
 * @param {string} address
 * @param {(connection: Connection) => Promise<T>} use
 * @returns {Promise<T>}
 */
async function withConnection(address, use) {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

/**
 * Makes our namespace with years of retention and its search attributes, and waits until a query for each of them works.
 * Safe to repeat; on a cluster the attributes may take up to a minute to be known everywhere.
 * @param {string} address
 * @param {string} namespace
 */
export async function ensureNamespace(address, namespace) {
  const usable = await withConnection(address, async (connection) => {
    const seconds = Long.fromNumber(RETENTION_DAYS * 86_400);
    await registerOrUpdate(connection, namespace, seconds);
    const addAttributes = () =>
      connection.operatorService.addSearchAttributes({ namespace, searchAttributes: SEARCH_ATTRIBUTES }).then(
        () => true,
        () => false,
      );
    return (await holdsWithin(addAttributes, 60_000, 100)) && holdsWithin(() => canSearch(connection, namespace), 60_000, 50);
  });
  if (usable) return;
  throw new StackError(
    `The Temporal server at ${address} does not accept our search attributes in the namespace "${namespace}".`,
    `Add them by hand (temporal operator search-attribute create --namespace ${namespace} …: ${Object.keys(SEARCH_ATTRIBUTES).join(', ')}).`,
  );
}

/**
 * @param {Connection} connection
 * @param {string} namespace
 * @param {Long} seconds
 */
async function registerOrUpdate({ workflowService }, namespace, seconds) {
  try {
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds } });
  } catch (error) {
    if (/** @type {{ code?: number }} */ (error).code !== ALREADY_EXISTS) throw error;
    await workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: { seconds } } });
  }
}

/**
 * @param {Connection} connection
 * @param {string} namespace
 */
async function canSearch({ workflowService }, namespace) {
  const query = Object.entries(SEARCH_ATTRIBUTES)
    .map(([name, type]) => `${name} = '${type === DATETIME ? '2026-01-01T00:00:00Z' : 'probe'}'`)
    .join(' OR ');
  try {
    await workflowService.countWorkflowExecutions({ namespace, query });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a worker asks this task queue for work; readiness looks at the pollers, not at the process.
 * @param {{ address: string, namespace: string, taskQueue: string, since: number }} options since: epoch ms; older polls do not count
 */
export async function hasPoller({ address, namespace, taskQueue, since }) {
  return withConnection(address, async ({ workflowService }) => {
    const { pollers } = await workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue }, taskQueueType: 1 });
    return (pollers ?? []).some((poller) => Number(poller.lastAccessTime?.seconds ?? 0) * 1_000 >= since - 1_000);
  });
}
