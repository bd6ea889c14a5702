import type { Command } from 'commander';
import { createDataSource } from '@app/persistence';
import { loadConfig, type Config } from '@app/platform';

/** The database as a command of the tool uses it. */
export type CliDatabase = ReturnType<typeof createDataSource>;

/** What a command gives out: for people a text, for programs (`--json`) the value. */
export interface CliAnswer {
  value: unknown;
  text: string;
  /** Exit code; 0 when left out. */
  exitCode?: number;
}

/** What every command of the tool may use. */
export interface Cli {
  /** The settings; read at first use, so that commands without them work without a system. */
  config(): Config;
  /** Runs on the database as the application's role and closes the connection. */
  onDatabase<T>(work: (db: CliDatabase) => Promise<T>): Promise<T>;
  /** Turns the work of a command into output and exit code. */
  answer<A extends unknown[]>(work: (...args: A) => Promise<CliAnswer> | CliAnswer): (...args: A) => Promise<void>;
}

/** Adds its command to the program. */
export type AddCommand = (program: Command, cli: Cli) => void;

/** A mistake of whoever calls: told in one line, exit code 2. */
export class UsageError extends Error {}

const poolSize = 4;

/** Tools of the command line program; `isJson` says whether the caller wants JSON. */
export function createCli(isJson: () => boolean): Cli {
  let config: Config | undefined;
  const readConfig = (): Config => (config ??= loadConfig());
  return {
    config: readConfig,
    onDatabase: async (work) => {
      const db = createDataSource({ ...readConfig().database, poolSize }, 'gongfang-cli');
      await db.initialize();
      try {
        return await work(db);
      } finally {
        await db.destroy();
      }
    },
    answer:
      (work) =>
      async (...args) => {
        const { value, text, exitCode } = await work(...args);
        process.stdout.write(isJson() ? `${JSON.stringify(value)}\n` : `${text}\n`);
        process.exitCode = exitCode ?? 0;
      },
  };
}
