import 'reflect-metadata';
import { ConfigError, createLogger, loadConfig } from '@app/platform';
import { createApi } from './api-app';

const secondSignal = 2;

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger('api', config.logLevel);
  const app = await createApi(config);
  await app.listen(config.http.port);
  logger.info({ port: config.http.port }, 'listening');
  let signals = 0;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals === secondSignal) process.exit(1);
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
