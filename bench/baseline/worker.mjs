// @ts-check
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import pg from 'pg';

const here = fileURLToPath(new URL('.', import.meta.url));
const taskQueue = 'bench-baseline';
const state = JSON.stringify({ filler: 'x'.repeat(6_000) });

/** Tables of the baseline: the same kinds of rows as a commit writes. */
const tables = `
  DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench;
  CREATE TABLE bench.head (id text PRIMARY KEY, rev int NOT NULL, state jsonb);
  CREATE TABLE bench.entry (id text, rev int, body text, hash text, PRIMARY KEY (id, rev));
  CREATE TABLE bench.command (id text, command_id text, payload jsonb, status text, outcome jsonb, PRIMARY KEY (id, command_id));
  CREATE TABLE bench.summary (id text PRIMARY KEY, rev int, stage text, updated_at timestamptz);
  CREATE TABLE bench.outbox (id uuid PRIMARY KEY, entity text, intent jsonb, send_after timestamptz);
  GRANT USAGE ON SCHEMA bench TO PUBLIC; GRANT ALL ON ALL TABLES IN SCHEMA bench TO PUBLIC;`;

/** @param {pg.Pool} pool */
function activities(pool) {
  return {
    /** @param {{ id: string, commandId: string }} input */
    async writeRows({ id, commandId }) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const { rows } = await client.query('SELECT rev FROM bench.head WHERE id = $1 FOR UPDATE', [id]);
        const rev = (rows[0]?.rev ?? 0) + 1;
        await client.query('INSERT INTO bench.command VALUES ($1, $2, $3, $4, $5)', [
          id,
          commandId,
          '{}',
          'applied',
          JSON.stringify({ rev }),
        ]);
        await client.query('INSERT INTO bench.entry VALUES ($1, $2, $3, $4)', [id, rev, state, 'h'.repeat(64)]);
        await client.query('INSERT INTO bench.head VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET rev = $2, state = $3', [
          id,
          rev,
          state,
        ]);
        await client.query(
          'INSERT INTO bench.summary VALUES ($1, $2, $3, now()) ON CONFLICT (id) DO UPDATE SET rev = $2, updated_at = now()',
          [id, rev, 'review'],
        );
        await client.query('INSERT INTO bench.outbox VALUES ($1, $2, $3, now())', [randomUUID(), id, state]);
        await client.query('COMMIT');
        return { rev };
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
  };
}

/**
 * The baseline beside the instance: same Temporal server, same PostgreSQL, a worker of its own, and an HTTP server whose route does a plain update.
 * @param {NodeJS.ProcessEnv} env settings of the instance
 */
export async function startBaseline(env) {
  const owner = new pg.Client({ connectionString: env['DATABASE_OWNER_URL'] });
  await owner.connect();
  await owner.query(tables);
  await owner.end();
  Runtime.install({ shutdownSignals: [], logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error } });
  const pool = new pg.Pool({ connectionString: env['DATABASE_URL'], max: 20 });
  const address = env['TEMPORAL_ADDRESS'] ?? '';
  const namespace = env['TEMPORAL_NAMESPACE'] ?? 'default';
  const connection = await NativeConnection.connect({ address });
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: join(here, 'workflows.js') });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    activities: activities(pool),
    // As our worker: who wakes more workflows than he keeps in memory replays them, here as there.
    maxCachedWorkflows: Number(env['GONGFANG_MAX_CACHED_WORKFLOWS'] || 300),
    maxConcurrentWorkflowTaskExecutions: 20,
    maxConcurrentActivityTaskExecutions: 20,
  });
  const running = worker.run();
  const client = new Client({ connection: await Connection.connect({ address }), namespace });
  const server = await serve(client, pool);
  return {
    client,
    pool,
    taskQueue,
    url: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
    stop: async () => {
      server.close();
      worker.shutdown();
      await running;
      await pool.end();
    },
  };
}

/** @param {Client} client @param {pg.Pool} pool @returns {Promise<import('node:http').Server>} */
function serve(client, pool) {
  const server = createServer((request, response) => {
    const work = async () => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      JSON.parse(Buffer.concat(chunks).toString() || '{}');
      // As our route does: who is it?
      await pool.query('SELECT 1 FROM session WHERE false');
      const id = (request.url ?? '').slice(1);
      return client.workflow.getHandle(id).executeUpdate('act', { args: [{ id, commandId: randomUUID() }] });
    };
    work().then(
      (answer) => response.end(JSON.stringify(answer)),
      (error) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
