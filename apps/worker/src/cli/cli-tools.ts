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

/** Whether a text is the id of something. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** `name=value` in its two parts. Throws UsageError without a name. */
export function pairOf(pair: string): [name: string, value: string] {
  const cut = pair.indexOf('=');
  if (cut < 1) throw new UsageError(`${pair} is no field: name=value.`);
  return [pair.slice(0, cut), pair.slice(cut + 1)];
}

/** `name=json`; a value that is no JSON is taken as text. Throws UsageError without a name. */
export function fieldOf(pair: string): [name: string, value: unknown] {
  const [name, text] = pairOf(pair);
  try {
    return [name, JSON.parse(text) as unknown];
  } catch {
    return [name, text];
  }
}

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
