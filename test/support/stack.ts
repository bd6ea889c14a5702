import { execFile } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { type AppProcess, ROOT, spawnProgram, untilReady } from './app-process';
import { CLI, type FreshDatabase, freshDatabase, fromSetUp } from './fresh-database';

export type { AppProcess } from './app-process';
export { spawnProgram } from './app-process';
export { type FreshDatabase, fromSetUp } from './fresh-database';
export { waitFor, type WaitOptions } from './wait-for';

const run = promisify(execFile);
const API = 'dist/apps/api/apps/api/src/main.js';
const WORKER = 'dist/apps/worker/apps/worker/src/main.js';
/** The queue of workflows and commits; a worker of a test has it to itself, since each test has its own namespace. */
const PROJECT_QUEUE = 'project';
const WORKFLOW_QUEUE_TYPE = 1;

/** A running API with its address, without a slash at the end. */
export interface ApiProcess extends AppProcess {
  readonly url: string;
}

/** What a test works on: a database, a namespace and a data folder of its own, and the settings that lead the programs to them. */
export interface Workspace {
  readonly database: FreshDatabase;
  readonly namespace: string;
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** Removes the database and the folder. */
  dispose(): Promise<void>;
}

/** A task queue name nobody else uses, for tests that bring their own worker. */
export function freshTaskQueue(prefix = 'test'): string {
  return `${prefix}-${randomBytes(6).toString('hex')}`;
}

/** A Temporal namespace nobody else uses, with our retention and search attributes. */
export async function freshNamespace(): Promise<string> {
  const namespace = freshTaskQueue('ns');
  await run(process.execPath, [join(ROOT, 'scripts/stack/ensure-namespace.mjs'), fromSetUp('TEMPORAL_ADDRESS'), namespace], { cwd: ROOT });
  return namespace;
}

/** A TCP port that was free a moment ago; below those of outgoing connections, which could take it before it is used. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen({ port, host: '0.0.0.0', exclusive: true }, () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

/** A workspace of its own for a test; further settings win over the usual ones. */
export async function freshWorkspace(settings: NodeJS.ProcessEnv = {}): Promise<Workspace> {
  const base = process.env['GONGFANG_TEST_DIR'] ?? join(ROOT, '.gongfang-test');
  mkdirSync(base, { recursive: true });
  const dataDir = mkdtempSync(join(base, 'data-'));
  const [database, namespace] = await Promise.all([freshDatabase(), freshNamespace()]);
  const env: NodeJS.ProcessEnv = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    TEMPORAL_ADDRESS: fromSetUp('TEMPORAL_ADDRESS'),
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: fromSetUp('GONGFANG_TEST_SMTP_URL'),
    GONGFANG_DATA_DIR: dataDir,
    GONGFANG_SESSION_SECRET: randomBytes(24).toString('hex'),
    GONGFANG_SHUTDOWN_GRACE_MS: '2000',
    LOG_LEVEL: 'info',
    ...settings,
  };
  const dispose = async (): Promise<void> => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { database, namespace, dataDir, env, dispose };
}

/** Starts the built API with these settings on a free port and waits until it answers. */
export async function startApi(env: NodeJS.ProcessEnv): Promise<ApiProcess> {
  const port = env['GONGFANG_PORT'] ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const app = spawnProgram(API, [], { GONGFANG_PUBLIC_URL: url, ...env, GONGFANG_PORT: port });
  await untilReady(app, async () => (await fetch(`${url}/api/health/live`)).ok, 'the API');
  return { ...app, url };
}

/** Starts the built worker with these settings and waits until it asks for work. */
export async function startWorker(env: NodeJS.ProcessEnv): Promise<AppProcess> {
  const since = Date.now();
  const app = spawnProgram(WORKER, [], env);
  const connection = await Connection.connect({ address: env['TEMPORAL_ADDRESS'] ?? fromSetUp('TEMPORAL_ADDRESS') });
  try {
    await untilReady(app, () => asksForWork(connection, env['TEMPORAL_NAMESPACE'] ?? 'gongfang', since), 'the worker');
  } finally {
    await connection.close();
  }
  return app;
}

async function asksForWork({ workflowService }: Connection, namespace: string, sinceMs: number): Promise<boolean> {
  const { pollers } = await workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: PROJECT_QUEUE },
    taskQueueType: WORKFLOW_QUEUE_TYPE,
  });
  return pollers.some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) >= Math.floor(sinceMs / 1_000));
}

/** Runs the built command line program to its end; `typed` is what stands on its standard input. */
export async function runCli(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  typed?: string,
): Promise<{ code: number | string; output: string }> {
  const cli = spawnProgram(CLI, args, env, typed);
  const code = await cli.ended;
  return { code, output: cli.logs() };
}
