/**
 * One batch of the mail desk in a process of its own, as the worker runs it, so that a test can kill it at a named point.
 * Usage: node desk-runner.cjs, with DATABASE_URL, SMTP_URL and DESK_LEASE_MS in the environment; prints the results as JSON.
 */
const { join } = require('node:path');

const built = join(__dirname, '../../dist/apps/worker');
const { createDataSource, createRuleData } = require(join(built, 'libs/persistence/src/index.js'));
const { deliverDue } = require(join(built, 'apps/worker/src/notification/deliver-due.js'));
const { deskLimits } = require(join(built, 'apps/worker/src/notification/compose-mail-desk.js'));
const { createMailTransport, defaultTransportLimits } = require(join(built, 'apps/worker/src/notification/mail-transport.js'));

const sessionGuards = { poolSize: 10, statementTimeoutMs: 10_000, lockTimeoutMs: 10_000, idleInTransactionTimeoutMs: 8_000 };

async function main() {
  const db = createDataSource({ url: process.env.DATABASE_URL, ...sessionGuards }, 'desk-runner');
  await db.initialize();
  const limits = { ...defaultTransportLimits, sendTimeoutMs: 5_000 };
  const transport = createMailTransport({ url: process.env.SMTP_URL, rehearsal: false, ...limits });
  const leaseMs = Number(process.env.DESK_LEASE_MS);
  const settings = {
    ...deskLimits,
    claimLeaseMs: leaseMs,
    sendLimitMs: leaseMs / 4,
    sendLeaseMs: leaseMs,
    from: 'Secretariat <secretariat@gongfang.example.org>',
    domain: 'gongfang.example.org',
    publicUrl: 'https://gongfang.example.org',
    rollAt: 600,
  };
  const quiet = () => undefined;
  const { results } = await deliverDue(
    { db, ruleData: createRuleData(), transport, settings, heartbeat: quiet, warn: quiet },
    { shard: '0' },
  );
  process.stdout.write(JSON.stringify(results));
  transport.close();
  await db.destroy();
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
