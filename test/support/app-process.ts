import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { waitFor } from './wait-for';

/** Root of the repository. */
export const ROOT = resolve(__dirname, '../..');

/** A running API or worker: the built program in a process of its own. */
export interface AppProcess {
  readonly pid: number;
  /** Everything the process wrote so far, both streams. */
  logs(): string;
  /** SIGTERM, then waits for the end. @returns the exit code, or the signal's name */
  stop(): Promise<number | string>;
  /** SIGKILL, then waits for the end. */
  kill(): Promise<void>;
  /** Any other signal, SIGSTOP and SIGCONT for instance. */
  signal(signal: NodeJS.Signals): void;
  /** Resolves when the process has ended, however it ended. */
  readonly ended: Promise<number | string>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Only what a program needs from this machine: a setting of the developer's shell must not change a test. */
function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, HOME, TZ, LANG } = process.env;
  return { PATH, HOME, TZ, LANG, NODE_ENV: 'test', ...env };
}

/**
 * Starts a program of `dist` with exactly these settings.
 * @throws when the program was not built
 */
export function spawnProgram(program: string, args: readonly string[], env: NodeJS.ProcessEnv, typed?: string): AppProcess {
  const path = resolve(ROOT, program);
  if (!existsSync(path)) throw new Error(`${program} is not built; run npm run build first (npm test does it by itself)`);
  return spawnCommand(process.execPath, [path, ...args], env, typed);
}

/** Starts any command in the root of the repository, with exactly these settings; `typed` is what stands on its standard input. */
export function spawnCommand(command: string, args: readonly string[], env: NodeJS.ProcessEnv, typed = ''): AppProcess {
  const child = spawn(command, args, { cwd: ROOT, env: cleanEnvironment(env), stdio: ['pipe', 'pipe', 'pipe'] });
  // A program that reads nothing may be gone before this is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(typed);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started`);
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => {
    running.delete(child);
    return code ?? signal ?? 'unknown';
  });
  const end = async (signal: NodeJS.Signals): Promise<number | string> => {
    child.kill(signal);
    // A stopped process takes no SIGTERM before it goes on.
    if (signal !== 'SIGKILL') child.kill('SIGCONT');
    return ended;
  };
  return {
    pid,
    ended,
    logs: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    signal: (signal) => void child.kill(signal),
  };
}

/** Waits until the program answers; when it ends before, its output is the error. */
export async function untilReady(app: AppProcess, ready: () => Promise<boolean>, what: string): Promise<void> {
  const died = app.ended.then((how) => {
    throw new Error(`${what} ended (${how}) before it was ready:\n${app.logs()}`);
  });
  died.catch(() => undefined);
  const awaited = waitFor(ready, { withinMs: 30_000, what: `${what} being ready` }).catch(async (error: unknown) => {
    await app.kill();
    throw new Error(`${error instanceof Error ? error.message : 'not ready'}\n${app.logs()}`);
  });
  await Promise.race([awaited, died]);
}
