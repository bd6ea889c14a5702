// @ts-check
import pg from 'pg';
import { databaseUser, postgresPrograms } from './postgres-binaries.mjs';
import { prepareCluster } from './postgres-cluster.mjs';
import { holdsWithin } from './processes.mjs';

/**
 * @typedef {import('./secrets.mjs').Secrets} Secrets
 * @typedef {import('./supervise.mjs').ServiceSpec} ServiceSpec
 */

/** Role that owns the tables and runs migrations. */
export const OWNER_ROLE = 'gongfang_owner';
/** Role of the running application: what it may do is granted by migrations, and never includes changing the ledger. */
export const APP_ROLE = 'gongfang_app';
/** The database of a real instance. */
export const DATABASE = 'gongfang';

/**
 * @param {{ role: string, password: string, port: number, database: string }} options
 * @returns {string} a connection string to the server on this machine
 */
export function databaseUrl({ role, password, port, database }) {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * PostgreSQL 18 on a folder of our own, as a service for the supervisor; sets the cluster up when it is new. Listens on this machine only.
 * @param {{ dataDir: string, port: number, secrets: Secrets, durable?: boolean }} options
 * @returns {Promise<ServiceSpec>}
 */
export async function postgresService({ dataDir, port, secrets, durable = true }) {
  const user = databaseUser();
  const { postgres, initdb } = await postgresPrograms(user);
  const folder = await prepareCluster({ dataDir, user, initdb, password: secrets.postgres, durable });
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '128MB',
    log_timezone: 'UTC',
    timezone: 'UTC',
  };
  return {
    name: 'postgres',
    command: postgres,
    args: ['-D', folder, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    spawnOptions: { ...user, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' } },
    // SIGINT is PostgreSQL's fast shutdown: connections are cut, everything committed is on disk.
    stopSignal: 'SIGINT',
    graceMs: 4_000,
    ready: () => canConnect({ port, password: secrets.postgres }),
    readyWithinMs: 60_000,
    whenBroken: `The database folder ${folder} may be damaged: put ${dataDir} back from a backup, or move it away (mv ${dataDir} ${dataDir}.old) and start again with new data.`,
  };
}

/**
 * @param {{ port: number, password: string }} options
 * @returns {Promise<boolean>}
 */
async function canConnect({ port, password }) {
  const client = new pg.Client(databaseUrl({ role: 'postgres', password, port, database: 'postgres' }));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the roles and the database where they are missing, and sets the roles' passwords to those of the data folder. Safe to repeat.
 * @param {{ port: number, secrets: Secrets, database?: string | undefined, ownerMayCreateDatabases?: boolean }} options
 *   ownerMayCreateDatabases: for tests, which make a database each
 * @returns {Promise<{ ownerUrl: string, appUrl: string }>}
 */
export async function ensureDatabase({ port, secrets, database = DATABASE, ownerMayCreateDatabases = false }) {
  const client = new pg.Client(databaseUrl({ role: 'postgres', password: secrets.postgres, port, database: 'postgres' }));
  await client.connect();
  try {
    await ensureRole(client, OWNER_ROLE, secrets.owner, ownerMayCreateDatabases ? 'CREATEDB' : 'NOCREATEDB');
    await ensureRole(client, APP_ROLE, secrets.app, 'NOCREATEDB');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${OWNER_ROLE}`);
  } finally {
    await client.end();
  }
  return {
    ownerUrl: databaseUrl({ role: OWNER_ROLE, password: secrets.owner, port, database }),
    appUrl: databaseUrl({ role: APP_ROLE, password: secrets.app, port, database }),
  };
}

/**
 * @param {pg.Client} client
 * @param {string} role
 * @param {string} password
 * @param {'CREATEDB' | 'NOCREATEDB'} right
 */
async function ensureRole(client, role, password, right) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEROLE ${right} PASSWORD ${client.escapeLiteral(password)}`);
}

/**
 * Whether an external PostgreSQL answers at this address.
 * @param {string} url
 * @param {number} withinMs
 */
export async function answers(url, withinMs) {
  return holdsWithin(
    async () => {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.end();
        return true;
      } catch {
        return false;
      }
    },
    withinMs,
    500,
  );
}
