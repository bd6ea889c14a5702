// @ts-check
/**
 * The services of one test run, as a process of its own: PostgreSQL, Temporal and the mail catcher on free ports and a data folder that is
 * removed at the end. Prints one line of JSON with the environment for the tests, and stops when its standard input closes, so that a test
 * run that is killed leaves nothing behind.
 * Usage: test-stack.mjs <data folder>
 */
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDataDir, startDatabase, startEngine, startMail } from './services.mjs';
import { Supervisor } from './supervise.mjs';

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('usage: test-stack.mjs <data folder>');

const supervisor = new Supervisor(dataDir, (line) => console.error(line));

async function stop(exitCode = 0) {
  await supervisor.stop();
  const cluster = join(dataDir ?? '', 'postgres');
  for (const path of [existsSync(cluster) ? realpathSync(cluster) : cluster, dataDir ?? '']) rmSync(path, { recursive: true, force: true });
  process.exit(exitCode);
}
// Ctrl-C reaches the whole group; the end of the test run closes standard input, and that decides.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void stop());
process.stdin.resume().on('end', () => void stop());

try {
  prepareDataDir(dataDir);
  await supervisor.claim();
  // A developer's own database is never used for tests.
  const env = { ...process.env, DATABASE_URL: undefined };
  const [database, engine, mail] = await Promise.all([
    startDatabase({ supervisor, dataDir, env, port: 0, durable: false, forTests: true }),
    startEngine({ supervisor, dataDir, env, port: 0, uiPort: undefined }),
    startMail({ supervisor, dataDir, env: {}, smtpPort: 0, inboxPort: 0 }),
  ]);
  const variables = {
    GONGFANG_TEST_PG_URL: database.ownerUrl,
    GONGFANG_TEST_PG_APP_URL: database.databaseUrl,
    GONGFANG_TEST_SMTP_URL: mail.smtpUrl,
    GONGFANG_TEST_INBOX_URL: mail.inboxUrl,
    TEMPORAL_ADDRESS: engine.address,
    TEMPORAL_NAMESPACE: engine.namespace,
  };
  process.stdout.write(`${JSON.stringify(variables)}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
