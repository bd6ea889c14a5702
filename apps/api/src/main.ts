import 'reflect-metadata';
import { ConfigError, createLogger, loadConfig } from '@app/platform';
import { createApi } from './api-app';

const secondSignal = 2;
const graceMs = 4_000;

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
      // Requests under way may end; what still hangs then is cut.
      setTimeout(() => app.getHttpServer().closeAllConnections(), graceMs).unref();
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  // Open connections would keep a process alive that serves nobody.
  process.exit(1);
});
