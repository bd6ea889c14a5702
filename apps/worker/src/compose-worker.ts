import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createDataSource, createRuleData } from '@app/persistence';
import { connectClient } from '@app/platform';
import type { Config } from '@app/platform';
import { activityRegistry } from './activity-registry';
import type { ActivityServices } from './activity-registry';
import { BulkActivity } from './bulk/bulk.activity';
import { CommitActivity } from './commit/commit.activity';
import { pokeMailDesk, pokerOf } from './commit/poke-mail-desk';
import type { CommitTools } from './commit/open-session';
import { DispatchActivity } from './dispatch/dispatch.activity';
import { CalendarActivity } from './engine/calendar.activity';
import { ProofActivity } from './engine/proof.activity';
import { RepairActivity } from './engine/repair.activity';
import { ReplayCheckActivity } from './engine/replay-check.activity';
import { SweepActivity } from './engine/sweep.activity';
import { ensureSweepSchedule } from './engine/sweep-schedule';
import { composeAlarm } from './engine/watchdog/stopped-proof';
import { ForeseeActivity } from './foresee/foresee.activity';
import type { Thinker } from './foresee/think-projects';
import { ThinkingThreads } from './foresee/thinking-threads';
import { composeMailDesk, deskSettingsOf } from './notification/compose-mail-desk';
import { ConductorActivity } from './rehearsal/conductor.activity';
import { RehearsalActivity } from './rehearsal-room/rehearsal.activity';
import { replayer, startTemporalWorker } from './temporal-worker';
import type { TemporalWorker } from './temporal-worker';
import { serveHealth } from './worker-health';

/** A worker process with all it holds open. */
export interface RunningWorker {
  /** Resolves after `stop`; rejects when the worker died by itself. Everything is closed by then. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

type Client = ReturnType<typeof connectClient>;
type DataSource = ReturnType<typeof createDataSource>;

const connectWithinMs = 60_000;
const databasePauseMs = 1_000;
const mailShard = '0';
const minuteMs = 60_000;

/** The services behind the activities, on one database and one client of the engine. */
export function composeActivities(
  config: Config,
  db: DataSource,
  client: Client,
  logger: Logger,
  thinker?: Thinker,
): Omit<ActivityServices, 'mailDesk'> {
  const tools: CommitTools = {
    ruleData: createRuleData(),
    production: config.mode === 'production',
    rollAt: config.temporal.rollAt,
    onFailure: ({ error, ...failure }) => logger.error({ ...failure, error: nameOf(error) }, 'an earlier command ended as failed'),
  };
  const commit = new CommitActivity({
    db,
    ...tools,
    poke: pokerOf(async (atMs) => pokeMailDesk(client, mailShard, atMs)),
    onStoredFailure: (failure) => logger.error(failure, 'a command ended as failed'),
  });
  const engine = {
    sweep: new SweepActivity(db),
    replayCheck: new ReplayCheckActivity(db, config.temporal, replayer(logger)),
    repairs: new RepairActivity(db, tools),
    calendars: new CalendarActivity(db, tools),
    proof: new ProofActivity(db, client),
    bulk: new BulkActivity(db),
    foresee: new ForeseeActivity(db, thinker),
    rehearsal: new RehearsalActivity(db, deskSettingsOf(config)),
  };
  return { commit, dispatch: new DispatchActivity(db), conductor: new ConductorActivity(db), ...engine };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/** Opens the database and the engine, waiting a while for either, and starts to work. Rejects when one of them stays away. */
export async function composeWorker(config: Config, logger: Logger): Promise<RunningWorker> {
  const db = await openDatabase(config, logger);
  const client = connectClient(config);
  const mailDesk = composeMailDesk(config, db, logger);
  const threads = new ThinkingThreads(config.database);
  const watching = watchTheWatchdog(config, db, logger);
  const close = async (): Promise<void> => {
    watching.end();
    mailDesk.close();
    await threads.close();
    await client.connection.close();
    await db.destroy();
  };
  try {
    const activities = activityRegistry({ ...composeActivities(config, db, client, logger, threads), mailDesk });
    const worker = await startTemporalWorker({ config, activities, connectWithinMs, logger });
    const health = await serveHealthOf(config, worker, db);
    await ensureSweepSchedule(client).catch((error: unknown) => logger.warn({ error: nameOf(error) }, 'the sweep has no schedule'));
    const ended = worker.ended.finally(async () => {
      health?.close();
      await close();
    });
    return { ended, stop: () => worker.stop() };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The watchdog cannot say that its own process has ended: a worker looks at the age of the last proof, without the engine. */
function watchTheWatchdog(config: Config, db: DataSource, logger: Logger): { end: () => void } {
  const alarm = composeAlarm(config, db, 'worker', logger);
  const look = (): void =>
    void alarm.minute().catch((error: unknown) => logger.warn({ error: nameOf(error) }, 'the watchdog was not looked at'));
  const timer = setInterval(look, minuteMs);
  return {
    end: () => {
      clearInterval(timer);
      alarm.close();
    },
  };
}

async function openDatabase({ database }: Config, logger: Logger): Promise<DataSource> {
  const db = createDataSource(database, 'gongfang-worker');
  const until = Date.now() + connectWithinMs;
  for (;;) {
    try {
      return await db.initialize();
    } catch (error) {
      if (Date.now() > until) throw error;
      logger.warn({ error: nameOf(error) }, 'the database does not answer yet');
      await delay(databasePauseMs);
    }
  }
}

async function serveHealthOf({ temporal }: Config, worker: TemporalWorker, db: DataSource): Promise<Server | undefined> {
  if (temporal.healthPort === undefined) return undefined;
  const answers = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      () => false,
    );
  return serveHealth(temporal.healthPort, {
    isAlive: () => worker.isPolling(),
    isReady: async () => ({ database: await answers(db.query('SELECT 1')), engine: await worker.isConnected() }),
  });
}
