// @ts-check
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import pg from 'pg';
import { ensureNamespace } from '../../scripts/stack/temporal.mjs';

const built = createRequire(new URL('../../dist/apps/worker/', import.meta.url));
const folder = './apps/worker/src/engine/watchdog';
const mostSeconds = 60;
const sentMails = 200_000;
const mailsOnRecord = 20_000;
/** Names what was put in for this figure, so that none is left. */
const benchMark = 'bench-watchdog';
const startedAtOnce = 50;

/**
 * Number 16: one round of the watchdog over 10,000 projects, as its process carries it out, from the moment it is asked for to its end. A budget, no
 * baseline. Every open project has its workflow; no worker runs, so what workflows hold is not asked (at most 300 of them are, a few at once, in a
 * round with one). 200,000 mails were sent, the last 20,000 of them within the hour, which the mail server's record tells in its pages.
 * @param {import('../run.mjs').Bench} bench
 */
export async function watchdog({ instance, quick }) {
  const namespace = 'bench-watchdog';
  const env = { ...instance.env, TEMPORAL_NAMESPACE: namespace };
  await ensureNamespace(env['TEMPORAL_ADDRESS'] ?? '', namespace);
  const record = await startRecord(env['MAIL_DOMAIN'] ?? 'gongfang.localhost');
  const dog = await openWatchdog(env, record.url);
  try {
    await dog.sendMails();
    const shells = await dog.startShells();
    await dog.round();
    const seconds = [];
    let counts = {};
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      const proof = await dog.round();
      seconds.push(proof.seconds);
      ({ counts } = proof);
    }
    const slowest = (await dog.each()).sort((a, b) => b.ms - a.ms).slice(0, 4);
    const told = slowest.map(({ name, ms }) => `${name} ${(ms / 1_000).toFixed(1)} s`).join(', ');
    const ratios = seconds.map((one) => Number((one / mostSeconds).toFixed(2)));
    const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
    const { entities, mails, recorded } = /** @type {Record<string, number>} */ (counts);
    const about = `${entities} projects and calls, ${shells} workflows, ${mails} mails sent, ${recorded} on the server's record`;
    const detail = `${about}; ${seconds.map((one) => one.toFixed(1)).join(', ')} s; slowest: ${told}`;
    return [
      {
        id: '16-watchdog',
        name: 'a round of the watchdog, seconds of its budget',
        ratio: low,
        low,
        high,
        target: 1,
        ok: high <= 1,
        detail,
      },
    ];
  } finally {
    await dog.close();
    record.close();
  }
}

/** A mail server's record of the last of all mails. @param {string} domain */
async function startRecord(domain) {
  const pageSize = 1_000;
  const began = Date.now();
  const server = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '/', 'http://record').searchParams.get('after') ?? 0);
    const at = (/** @type {number} */ n) => new Date(began - 3_000_000 + n * 100).toISOString();
    const mails = Array.from({ length: pageSize }, (_, i) => page * pageSize + i).map((n) => ({
      messageId: `<${n.toString(16).padStart(64, '0')}@${domain}>`,
      receivedAt: at(n),
    }));
    const next = (page + 1) * pageSize < mailsOnRecord ? String(page + 1) : null;
    const covers = { coversFrom: at(-1), coversUntil: new Date().toISOString() };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ record: 'bench', ...covers, mails, next }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** What the watchdog's process proves with, from its build. @param {NodeJS.ProcessEnv} env @param {string} url */
async function openWatchdog(env, url) {
  const { createDataSource, createRuleData } = built('./libs/persistence/src/index.js');
  const { connectClient, loadConfig } = built('./libs/platform/src/index.js');
  const { watchLimits } = built(`${folder}/comparison.js`);
  const config = loadConfig(env);
  const db = createDataSource({ ...config.database, poolSize: 4 }, 'gongfang-bench');
  await db.initialize();
  const owner = new pg.Client({ connectionString: config.database.ownerUrl });
  await owner.connect();
  const client = connectClient(config);
  const { namespace, rollAt } = config.temporal;
  const commit = { ruleData: createRuleData(), production: true, rollAt, onFailure: () => undefined };
  const tools = { db, client, namespace, commit, limits: watchLimits, mailRecord: { url, domain: config.mail.domain } };
  // As though the record had been read for an hour.
  const ago = (/** @type {number} */ ms) => new Date(Date.now() - ms).toISOString();
  await db.query(
    `INSERT INTO watch_memory (name, value) VALUES ('mail-record', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [JSON.stringify({ record: 'bench', from: ago(3_600_000), until: ago(3_500_000) })],
  );
  return {
    sendMails: () => sendMails(owner, config.mail.domain),
    startShells: () => startShells(tools),
    round: () => round(tools),
    each: () => each(tools),
    close: async () => {
      await client.connection.close();
      await forgetMails(owner);
      await owner.end();
      await db.query(`DELETE FROM watch_memory WHERE name = 'mail-record'`);
      await db.query('DELETE FROM mail_record');
      await db.destroy();
    },
  };
}

/** Mails that have left, with their deliveries: the record's number n is the delivery of number n. @param {pg.Client} db @param {string} domain */
async function sendMails(db, domain) {
  await forgetMails(db);
  await db.query(
    `WITH n AS (SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS row_id,
         clock_timestamp() - CASE WHEN n < $3 THEN interval '50 minutes' - n * interval '100 milliseconds' ELSE n * interval '1 minute' END AS at
         FROM generate_series(0, $2::integer - 1) AS n),
     sent AS (
       INSERT INTO delivery (id, business_key, person_id, language, class, message_id, address, state, result, sent_at)
       SELECT n.id, $4 || '/' || n.n, m.person_id, 'en', m.class, '<' || lpad(to_hex(n.n), 64, '0') || '@' || $1::text || '>', 'a@example.org', 'sent',
         '{"word": "delivered"}', n.at FROM n, (SELECT * FROM outbox WHERE kind = 'mail' LIMIT 1) m RETURNING id)
     INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, notification, class, intent, send_after_virtual, send_after,
       state, result, delivery_id, done_at)
     SELECT n.row_id, m.kind, $4 || '/' || n.n, m.entity_kind, m.entity_id, m.rev, m.seq, m.person_id, m.role, m.notification, m.class, m.intent,
       m.send_after_virtual, n.at, 'sent', '{"word": "delivered"}', sent.id, n.at
       FROM n JOIN sent ON sent.id = n.id, (SELECT * FROM outbox WHERE kind = 'mail' LIMIT 1) m`,
    [domain, sentMails, mailsOnRecord, benchMark],
  );
  await db.query('ANALYZE outbox');
  await db.query('ANALYZE delivery');
}

/** @param {pg.Client} db */
async function forgetMails(db) {
  await db.query(`DELETE FROM outbox WHERE business_key LIKE $1 || '/%'`, [benchMark]);
  await db.query(`DELETE FROM delivery WHERE business_key LIKE $1 || '/%'`, [benchMark]);
}

/** Starts a workflow for each open project that has none; answers how many there are. @param {any} tools */
async function startShells({ db, client }) {
  const { openEntitiesAfter } = built('./libs/persistence/src/index.js');
  const { workflowIdOf, workflowTypes } = built('./libs/workflows/src/index.js');
  const running = new Set();
  for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running'` })) running.add(workflowId);
  const entities = /** @type {{ kind: string, id: string }[]} */ (await openEntitiesAfter(db, undefined, 100_000));
  const missing = entities.filter((entity) => !running.has(workflowIdOf(entity)));
  const start = (/** @type {{ kind: string, id: string }} */ entity) =>
    client.workflow.start(workflowTypes[entity.kind], {
      workflowId: workflowIdOf(entity),
      taskQueue: 'nobody-works-here',
      args: [{ id: entity.id }],
    });
  for (let at = 0; at < missing.length; at += startedAtOnce) await Promise.all(missing.slice(at, at + startedAtOnce).map(start));
  return entities.length;
}

/** One proof: its seconds and what it counted. @param {any} tools */
async function round(tools) {
  const { askProof, findProof } = built('./libs/persistence/src/index.js');
  const { carryOutProof } = built(`${folder}/carry-out-proof.js`);
  const id = randomUUID();
  await askProof(tools.db, { id, door: 'clock', askedBy: null });
  const began = performance.now();
  await carryOutProof(tools, id, (/** @type {object} */ failed, /** @type {unknown} */ error) => console.error(failed, String(error)));
  const seconds = (performance.now() - began) / 1_000;
  const { counts, failed } = await findProof(tools.db, id);
  if (failed.length > 0) throw new Error(`not compared: ${JSON.stringify(failed)}`);
  return { seconds, counts };
}

/** How long each comparison takes by itself, in ms. @param {any} tools */
async function each(tools) {
  const files = ['stored-comparisons', 'mail-record-comparison', 'ledger-comparisons', 'engine-comparisons'];
  const comparisons = files.flatMap((file) => Object.values(built(`${folder}/${file}.js`)).filter(Array.isArray)).flat();
  const times = [];
  for (const { name, compare } of comparisons) {
    const began = performance.now();
    await compare(tools);
    times.push({ name, ms: performance.now() - began });
  }
  console.table(times);
  return times;
}
