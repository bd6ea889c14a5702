import { createDataSource, createRuleData } from '@app/persistence';
import { connectClient, createLogger, loadConfig } from '@app/platform';
import { clockWitness } from './engine/watchdog/clock-witness';
import { watchLimits } from './engine/watchdog/comparison';
import { mailRecordOf } from './engine/watchdog/mail-record-comparison';
import { openDatabaseWhenever } from './engine/watchdog/open-database';
import { composeAlarm } from './engine/watchdog/stopped-proof';
import { watchTimes, watchUntil } from './engine/watchdog/watch-loop';
import { composeRoots } from './engine/signed-root/compose-roots';

/** Compares, every hour and when asked, what should have happened with what did. No worker and no workflow: it goes on when the engine is away. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger('watchdog', config.logLevel);
  const ended = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ended.abort());
  const db = createDataSource({ ...config.database, poolSize: 4 }, 'gongfang-watchdog');
  const client = connectClient(config);
  const alarm = composeAlarm(config, db, 'watchdog', logger);
  const roots = composeRoots(config, db, logger);
  const commit = {
    ruleData: createRuleData(),
    production: config.mode === 'production',
    rollAt: config.temporal.rollAt,
    onFailure: () => undefined,
  };
  try {
    await openDatabaseWhenever(db, alarm.minute, ended.signal);
    logger.info({ namespace: config.temporal.namespace }, 'the watchdog runs');
    const clock = clockWitness(() => performance.now());
    const tools = {
      db,
      client,
      namespace: config.temporal.namespace,
      commit,
      limits: watchLimits,
      clock,
      mailRecord: mailRecordOf(config),
    };
    await watchUntil({ ...tools, logger, times: watchTimes, minute: alarm.minute, sign: roots.sign }, ended.signal);
  } finally {
    alarm.close();
    roots.close();
    await client.connection.close();
    if (db.isInitialized) await db.destroy();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
