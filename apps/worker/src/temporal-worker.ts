import { access } from 'node:fs/promises';
import { makeTelemetryFilterString, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { connectWithBackOff } from '@app/platform';
import type { Config } from '@app/platform';
import { taskQueues } from '@app/workflows';
import type { MailActivities, ProjectActivities } from './activity-registry';

/** What a worker needs to run. */
export interface TemporalWorkerOptions {
  config: Pick<Config, 'temporal'>;
  activities: { project: ProjectActivities; mail: MailActivities };
  /** How long a server that is away is waited for at boot before giving up, in ms. */
  connectWithinMs: number;
  logger: Logger;
}

/** A run with its history, ready to be replayed. */
export interface ReplayableRun {
  workflowId: string;
  history: unknown;
}

/** Replays runs, one at a time and in order, on the bundle at a path; each answer has an error where the run differs. Needs no server. */
export type Replay = (bundle: string, runs: AsyncIterable<ReplayableRun>) => AsyncIterable<{ error?: Error }>;

/** A running worker: two task queues on one connection. */
export interface TemporalWorker {
  /** Resolves after `stop`; rejects when a worker died by itself, and then the process must end non-zero. */
  ended: Promise<void>;
  /** Whether workflows and mail were asked for in the last minute: a process without pollers is not alive. */
  isPolling(): boolean;
  /** Whether the server answers. */
  isConnected(): Promise<boolean>;
  /** Takes nothing new, lets activities finish for the configured grace, then cancels them, closes the connection. */
  stop(): Promise<void>;
}

const pollSeenWithinMs = 60_000;
const probeEveryMs = 1_000;

const pinoLevels = { TRACE: 'info', DEBUG: 'info', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

let installed = false;

/** Keeps the SDK from taking the process's signals for itself. Once per process, before anything else of the SDK. */
function installRuntime(logger: Logger): void {
  if (installed) return;
  installed = true;
  const at = (level: 'info' | 'warn' | 'error') => (message: string, meta?: object) => logger[level](meta ?? {}, message);
  const ignore = (): void => undefined;
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) } },
    logger: {
      log: (level, message, meta) => at(pinoLevels[level])(message, meta),
      trace: ignore,
      debug: ignore,
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
    },
  });
}

/** Replays by the engine's own machinery, in this process. */
export function replayer(logger: Logger): Replay {
  return (bundle, runs) => {
    installRuntime(logger);
    return Worker.runReplayHistories({ workflowBundle: { codePath: bundle } }, runs);
  };
}

/** Connects (with back-off while the server is away), starts both workers and returns. Rejects when the server or the bundle is missing. */
export async function startTemporalWorker(options: TemporalWorkerOptions): Promise<TemporalWorker> {
  const { config, logger, connectWithinMs } = options;
  installRuntime(logger);
  await access(config.temporal.workflowBundle);
  const connection = await connectWithBackOff(config, (one) => NativeConnection.connect(one), {
    withinMs: connectWithinMs,
    onRetry: () => logger.warn({ engine: config.temporal.address }, 'the engine does not answer yet'),
  });
  try {
    return run(connection, await createWorkers(connection, options));
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function createWorkers(connection: NativeConnection, { config, activities }: TemporalWorkerOptions): Promise<Worker[]> {
  const { namespace, workflowBundle, maxCachedWorkflows, shutdownGraceMs, shutdownForceMs } = config.temporal;
  const base = { connection, namespace, shutdownGraceTime: shutdownGraceMs, shutdownForceTime: shutdownForceMs };
  const project = await Worker.create({
    ...base,
    taskQueue: taskQueues.project,
    workflowBundle: { codePath: workflowBundle },
    activities: { ...activities.project },
    maxCachedWorkflows,
    maxConcurrentWorkflowTaskExecutions: 20,
    maxConcurrentActivityTaskExecutions: 20,
    // With the default of 10 s a crash in a commit takes 16 s to answer.
    stickyQueueScheduleToStartTimeout: 2_000,
  });
  const mail = await Worker.create({
    ...base,
    taskQueue: taskQueues.mail,
    activities: { ...activities.mail },
    maxConcurrentActivityTaskExecutions: 5,
  });
  return [project, mail];
}

function run(connection: NativeConnection, workers: Worker[]): TemporalWorker {
  const shutDown = (): void => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const runs = workers.map((worker) => worker.run());
  const seen = watchPolls(workers);
  const ended = Promise.all(runs)
    .then(() => undefined)
    .finally(async () => {
      seen.stop();
      shutDown();
      await Promise.allSettled(runs);
      await connection.close();
    });
  // Whoever stops the worker awaits `ended`; until then a rejection must not count as unhandled.
  ended.catch(() => undefined);
  return {
    ended,
    isPolling: () => workers.every((worker) => worker.getState() === 'RUNNING') && seen.lately(),
    isConnected: () =>
      connection.workflowService.getSystemInfo({}).then(
        () => true,
        () => false,
      ),
    stop: async () => {
      shutDown();
      await ended;
    },
  };
}

/** Notes when each worker was last seen asking for work: between two polls there is a moment without one. */
function watchPolls(workers: Worker[]): { lately(): boolean; stop(): void } {
  const lastSeen = workers.map(() => Date.now());
  const look = (): void =>
    workers.forEach((worker, index) => {
      const { hasOutstandingWorkflowPoll, hasOutstandingActivityPoll } = worker.getStatus();
      if (hasOutstandingWorkflowPoll || hasOutstandingActivityPoll) lastSeen[index] = Date.now();
    });
  const timer = setInterval(look, probeEveryMs);
  timer.unref();
  return { lately: () => lastSeen.every((at) => Date.now() - at < pollSeenWithinMs), stop: () => clearInterval(timer) };
}
