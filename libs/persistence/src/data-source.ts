import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { migrations } from './migrations';
import { loadBaseData } from './seed/base-data';

/** How to reach PostgreSQL and how hard to lean on it. */
export interface DatabaseSettings {
  url: string;
  /** Connections of the pool: at least the worker's activity slots, so that no transaction waits for one. */
  poolSize: number;
  statementTimeoutMs: number;
  lockTimeoutMs: number;
  /** A transaction that waits for its client longer is ended by the server, so that a stopped process frees its row locks. */
  idleInTransactionTimeoutMs: number;
}

/**
 * A data source, not connected yet: `initialize()` opens it. Every session carries the guards of the settings.
 * @param applicationName shown by the server beside our sessions
 */
export function createDataSource(settings: DatabaseSettings, applicationName: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    synchronize: false,
    logging: false,
    applicationName,
    poolSize: settings.poolSize,
    extra: {
      idle_in_transaction_session_timeout: settings.idleInTransactionTimeoutMs,
      statement_timeout: settings.statementTimeoutMs,
      lock_timeout: settings.lockTimeoutMs,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    },
  });
}

/**
 * Brings the schema up to date as the owner of the tables, then adds the base data that is missing; answers the names of the migrations run. Safe to
 * repeat, also from two processes at once.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({ type: 'postgres', url: ownerUrl, synchronize: false, logging: false, migrations, poolSize: 2 });
  await source.initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    try {
      const run = await source.runMigrations({ transaction: 'each' });
      await source.transaction((tx) => loadBaseData(tx));
      return run.map((one) => one.name);
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
      await lock.release();
    }
  } finally {
    await source.destroy();
  }
}

/** Any number that nobody else locks. */
const migrationLock = 7_204_911;

/** Migrations the database still lacks: none when the schema is up to date. */
export async function missingMigrations(source: DataSource): Promise<string[]> {
  const [table] = await source.query<{ found: string | null }[]>(`SELECT to_regclass('migrations') AS found`);
  const rows = table?.found === null ? [] : await source.query<{ name: string }[]>('SELECT name FROM migrations');
  const run = new Set(rows.map((row) => row.name));
  return migrations.map((one) => one.name).filter((name) => !run.has(name));
}
