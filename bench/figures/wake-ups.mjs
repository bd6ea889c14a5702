// @ts-check
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { alternate, lineOf, load, percentile } from '../statistics.mjs';
import { signIn } from '../people.mjs';

/** @typedef {{ seconds: number, lagMs: number[] }} Wakes */

/**
 * Number 5b: entities that all wake in the same second until each has committed what its clock asks, against as many bare workflows with a timer and one
 * activity with one transaction. The entities are published calls that open: the one moment which the product does not spread on purpose.
 * @param {import('../run.mjs').Bench} bench
 */
export async function wakeUps({ instance, dataDir, baseline, quick }) {
  const count = quick ? 200 : 1_000;
  const head = await signIn(instance.url, dataDir, 'he.zhiyuan');
  const deputy = await signIn(instance.url, dataDir, 'ma.lihua');
  const ours = async () => {
    const at = instantIn(quick ? 20_000 : 100_000);
    const ids = /** @type {string[]} */ ([]);
    await load(8, count, async () => void ids.push(await publishedCall({ head, deputy, pool: baseline.pool, opensAt: at })));
    return wakesUntil(at, count, async () => {
      const { rows } = await baseline.pool.query(
        `SELECT recorded_at AS at FROM ledger_entry WHERE kind = 'call' AND id = ANY($1) AND rev = (SELECT max(rev) FROM ledger_entry e WHERE e.kind = 'call' AND e.id = ledger_entry.id) AND recorded_at >= $2`,
        [ids, at],
      );
      return rows.map((row) => row.at.getTime());
    });
  };
  const bare = async () => {
    const at = instantIn(quick ? 6_000 : 30_000);
    const run = randomUUID();
    await load(8, count, async (job) => {
      const id = `${run}/${job}`;
      const args = [{ id, commandId: id, at: at.getTime() }];
      await baseline.client.workflow.start('plainTimer', { workflowId: `bench/${id}`, taskQueue: baseline.taskQueue, args });
    });
    return wakesUntil(at, count, async () => {
      const { rows } = await baseline.pool.query('SELECT updated_at AS at FROM bench.summary WHERE id LIKE $1', [`${run}/%`]);
      return rows.map((row) => row.at.getTime());
    });
  };
  const rounds = await alternate(quick ? 2 : 3, ours, bare);
  const rate = rounds.map((r) => r.baseline.seconds / r.ours.seconds);
  const last = rounds.at(-1);
  const told = (/** @type {Wakes | undefined} */ wakes) =>
    wakes === undefined ? '' : `${(count / wakes.seconds).toFixed(0)}/s, p95 lag ${(percentile(wakes.lagMs, 0.95) / 1_000).toFixed(1)} s`;
  const detail = `${told(last?.ours)}; bare ${told(last?.baseline)}`;
  return [lineOf({ id: '5b-rate', name: `${count} wake-ups due in one second, wakes/s`, ratios: rate, target: 0.8, most: false, detail })];
}

/** @param {number} ms @returns {Date} */
function instantIn(ms) {
  return new Date(Math.ceil((Date.now() + ms) / 1_000) * 1_000);
}

/**
 * @param {{ head: import('../people.mjs').SignedIn, deputy: import('../people.mjs').SignedIn, pool: import('pg').Pool, opensAt: Date }} given
 * @returns {Promise<string>} id of a call that two people published and that waits for its opening
 */
async function publishedCall({ head, deputy, pool, opensAt }) {
  const created = await head.call('POST', '/api/calls', {
    code: `BENCH-${randomUUID().slice(0, 18).toUpperCase()}`,
    programme: 'LMGF',
    year: opensAt.getFullYear(),
    opensAt: opensAt.toISOString(),
    closesAt: new Date(opensAt.getTime() + 40 * 86_400_000).toISOString(),
    policyVersion: 1,
  });
  const id = created.entity.id;
  await pool.query(
    `INSERT INTO call_material (call_id, kind, language, content) SELECT $1, 'notice', language, '{}' FROM unnest(ARRAY['zh', 'en']) language`,
    [id],
  );
  await head.call('POST', `/api/calls/${id}/commands/publish-call`, {});
  const { rows } = await pool.query(`SELECT state->'proposals' AS proposals FROM entity_head WHERE kind = 'call' AND id = $1`, [id]);
  await deputy.call('POST', `/api/calls/${id}/commands/confirm-proposal`, { proposalId: rows[0].proposals[0].proposalId });
  return id;
}

/**
 * @param {Date} at when all are due
 * @param {number} count
 * @param {() => Promise<number[]>} committed epoch milliseconds of those that have committed
 * @returns {Promise<Wakes>}
 */
async function wakesUntil(at, count, committed) {
  if (Date.now() > at.getTime()) throw new Error('the wake-ups were due before all were ready');
  await delay(at.getTime() - Date.now());
  for (const end = Date.now() + 180_000; ; await delay(250)) {
    const times = await committed();
    if (times.length >= count)
      return { seconds: (Math.max(...times) - at.getTime()) / 1_000, lagMs: times.map((time) => time - at.getTime()) };
    if (Date.now() > end) throw new Error(`${times.length} of ${count} woke`);
  }
}
