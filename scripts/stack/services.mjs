// @ts-check
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { choosePort } from './ports.mjs';
import { answers, ensureDatabase, postgresService } from './postgres.mjs';
import { databaseUser } from './postgres-binaries.mjs';
import { loadSecrets } from './secrets.mjs';
import { StackError } from './stack-error.mjs';
import { findTemporal } from './temporal-binary.mjs';
import { ensureNamespace, temporalService } from './temporal.mjs';

/**
 * @typedef {import('./supervise.mjs').Supervisor} Supervisor
 * @typedef {import('./supervise.mjs').ServiceSpec} ServiceSpec
 * @typedef {{ name: string, run: <T>(work: () => Promise<T>) => Promise<T> }} Step
 * @typedef {{ databaseUrl: string, ownerUrl: string, clusterPort: number | undefined }} Database clusterPort: undefined for an external server
 * @typedef {{ address: string, namespace: string, uiUrl: string | undefined, source: string }} Engine
 * @typedef {{ smtpUrl: string, inboxUrl: string | undefined, recordUrl: string | undefined }} Mail recordUrl: what the server took, for the watchdog
 */

const EXTERNAL_WAIT_MS = 20_000;

/**
 * The data folder, made when missing; root lets the database's user walk through it, the files inside stay closed.
 * @param {string} dataDir
 */
export function prepareDataDir(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (databaseUser() !== undefined) chmodSync(dataDir, (statSync(dataDir).mode & 0o777) | 0o011);
  } catch (error) {
    if (error instanceof StackError) throw error;
    throw new StackError(
      `The data folder ${dataDir} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      'Choose another folder: GONGFANG_DATA_DIR=… npm start',
    );
  }
}

/**
 * PostgreSQL: the one DATABASE_URL names, else our own under the data folder.
 * @param {{ supervisor: Supervisor, dataDir: string, env: NodeJS.ProcessEnv, port: number, durable?: boolean, forTests?: boolean }} options
 * @returns {Promise<Database>}
 */
export async function startDatabase({ supervisor, dataDir, env, port, durable = true, forTests = false }) {
  const external = env['DATABASE_URL'];
  if (external) {
    if (await answers(external, EXTERNAL_WAIT_MS))
      return { databaseUrl: external, ownerUrl: env['DATABASE_OWNER_URL'] || external, clusterPort: undefined };
    throw new StackError(
      `The PostgreSQL named by DATABASE_URL does not answer or refuses the sign-in (${withoutPassword(external)}).`,
      'Start it or correct DATABASE_URL; leave DATABASE_URL out to use the embedded PostgreSQL.',
    );
  }
  const secrets = loadSecrets(dataDir);
  const chosen = await choosePort(port);
  await supervisor.start(await postgresService({ dataDir, port: chosen, secrets, durable }));
  const { appUrl, ownerUrl } = await ensureDatabase({ port: chosen, secrets, ownerMayCreateDatabases: forTests });
  return { databaseUrl: appUrl, ownerUrl, clusterPort: chosen };
}

/** @param {string} url */
function withoutPassword(url) {
  return url.replace(/:[^:@/]*@/, ':…@');
}

/**
 * Temporal: the server TEMPORAL_ADDRESS names, else our own on a file under the data folder; with our namespace and search attributes.
 * @param {{ supervisor: Supervisor, dataDir: string, env: NodeJS.ProcessEnv, port: number, uiPort: number | undefined }} options
 * @returns {Promise<Engine>}
 */
export async function startEngine({ supervisor, dataDir, env, port, uiPort }) {
  const namespace = env['TEMPORAL_NAMESPACE'] || 'gongfang';
  const external = env['TEMPORAL_ADDRESS'];
  if (external) {
    await ensureNamespace(external, namespace).catch((error) => {
      if (error instanceof StackError) throw error;
      throw new StackError(
        `The Temporal server named by TEMPORAL_ADDRESS does not answer (${external}): ${error instanceof Error ? error.message : String(error)}.`,
        'Start it or correct TEMPORAL_ADDRESS; leave it out to use the embedded server.',
      );
    });
    return { address: external, namespace, uiUrl: undefined, source: 'TEMPORAL_ADDRESS' };
  }
  const program = await findTemporal({ env, fallbackDir: join(dataDir, 'cache') });
  const chosen = await choosePort(port);
  const chosenUi = uiPort === undefined ? undefined : await choosePort(uiPort);
  await supervisor.start(temporalService({ dataDir, port: chosen, uiPort: chosenUi, program }));
  const address = `127.0.0.1:${chosen}`;
  await ensureNamespace(address, namespace);
  const uiUrl = chosenUi === undefined ? undefined : `http://localhost:${chosenUi}/namespaces/${namespace}`;
  return { address, namespace, uiUrl, source: program.source };
}

/**
 * Mail: the server SMTP_URL names, else our catcher with a web inbox.
 * @param {{ supervisor: Supervisor, dataDir: string, env: NodeJS.ProcessEnv, smtpPort: number, inboxPort: number }} options
 * @returns {Promise<Mail>}
 */
export async function startMail({ supervisor, dataDir, env, smtpPort, inboxPort }) {
  if (env['SMTP_URL']) return { smtpUrl: env['SMTP_URL'], inboxUrl: undefined, recordUrl: env['MAIL_RECORD_URL'] };
  const ports = { smtp: await choosePort(smtpPort), http: await choosePort(inboxPort) };
  const inboxUrl = `http://localhost:${ports.http}`;
  await supervisor.start({
    name: 'mail-catcher',
    command: process.execPath,
    args: [fileURLToPath(new URL('./mail-catcher.mjs', import.meta.url)), join(dataDir, 'mail'), String(ports.smtp), String(ports.http)],
    stopSignal: 'SIGTERM',
    graceMs: 1_000,
    ready: () => answersHttp(`http://127.0.0.1:${ports.http}/api/messages?limit=1`),
    readyWithinMs: 15_000,
    whenBroken: `Its messages are in ${join(dataDir, 'mail')}.`,
  });
  return { smtpUrl: `smtp://127.0.0.1:${ports.smtp}`, inboxUrl, recordUrl: `http://127.0.0.1:${ports.http}/api/record` };
}

/**
 * Whether an address answers with a 2xx status.
 * @param {string} url
 */
export async function answersHttp(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
