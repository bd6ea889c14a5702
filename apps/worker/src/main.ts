import { createLogger, loadConfig } from '@app/platform';
import { composeWorker } from './compose-worker';

/** Runs the worker until it is asked to end (exit code 0) or dies by itself (1). */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger('worker', config.logLevel);
  const worker = await composeWorker(config, logger);
  logger.info({ namespace: config.temporal.namespace }, 'the worker runs');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void worker.stop().catch(() => undefined));
  await worker.ended;
  logger.info('the worker has ended in order');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
