import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { ROOT, spawnProgram } from './app-process';

/** The command line program as built. */
export const CLI = 'dist/apps/worker/apps/worker/src/cli.js';
const MIGRATIONS = 'dist/apps/worker/libs/persistence/src/migrations';
/** Any number of our own: it keeps two test files from making the template at once. */
const TEMPLATE_LOCK = 7_403_211;

/** A database of one test, with all migrations applied. */
export interface FreshDatabase {
  readonly name: string;
  /** Connection of the tables' owner. */
  readonly ownerUrl: string;
  /** Connection of the application's role. */
  readonly appUrl: string;
  /** Cuts all connections and removes the database. */
  drop(): Promise<void>;
}

/** An address the set-up of the run passed on. @throws when the tier runs without it */
export function fromSetUp(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: this tier runs with test/support/global-setup.cjs`);
  return value;
}

const DROP_WITHIN_MS = 20_000;
const INSUFFICIENT_PRIVILEGE = '42501';

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

async function asOwner<T>(database: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(withDatabase(fromSetUp('GONGFANG_TEST_PG_URL'), database));
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function migrationsHash(): string {
  const folder = join(ROOT, MIGRATIONS);
  if (!existsSync(folder)) throw new Error(`${MIGRATIONS} is not built; run npm run build first (npm test does it by itself)`);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) if (name.endsWith('.js')) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

async function migrate(ownerUrl: string): Promise<void> {
  const cli = spawnProgram(CLI, ['migrate'], settingsForCli(ownerUrl));
  const code = await cli.ended;
  if (code !== 0) throw new Error(`migrations failed (${code}):\n${cli.logs()}`);
}

/** Settings for a run of the command line program on a database, with nothing else behind it. */
export function settingsForCli(ownerUrl: string): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: ownerUrl,
    DATABASE_OWNER_URL: ownerUrl,
    TEMPORAL_ADDRESS: fromSetUp('TEMPORAL_ADDRESS'),
    SMTP_URL: fromSetUp('GONGFANG_TEST_SMTP_URL'),
    GONGFANG_SESSION_SECRET: randomBytes(24).toString('hex'),
    LOG_LEVEL: 'warn',
  };
}

async function ensureTemplate(): Promise<string> {
  const template = `template_${migrationsHash()}`;
  await asOwner('gongfang', async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) await buildTemplate(client, template);
  });
  return template;
}

async function buildTemplate(client: Client, template: string): Promise<void> {
  const half = `${template}_half`;
  await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${half}`);
  await migrate(withDatabase(fromSetUp('GONGFANG_TEST_PG_URL'), half));
  await client.query(`ALTER DATABASE ${half} RENAME TO ${template}`);
}

/** The owner of a database may end its sessions, but not the server's own vacuum of it: then it waits for that to end. */
async function dropDatabase(client: Client, name: string): Promise<void> {
  const until = Date.now() + DROP_WITHIN_MS;
  for (;;) {
    try {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE || Date.now() > until) throw error;
      await client.query('SELECT pg_sleep(0.2)');
    }
  }
}

/** A new database, copied from one that was migrated once per run by the built command line program. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = await ensureTemplate();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner('gongfang', async (client) => {
    // Copies of one template at once would disturb each other.
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    name,
    ownerUrl: withDatabase(fromSetUp('GONGFANG_TEST_PG_URL'), name),
    appUrl: withDatabase(fromSetUp('GONGFANG_TEST_PG_APP_URL'), name),
    drop: () => asOwner('gongfang', (client) => dropDatabase(client, name)),
  };
}
