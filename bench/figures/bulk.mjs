// @ts-check
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { signIn } from '../people.mjs';

const rowsWanted = 1_000;
const mostSeconds = 60;
const shellsWithinMs = 900_000;

/** @typedef {{ id: string, state: string, startedAt: string, endedAt: string | null, counts: Record<string, number> }} Run */

/**
 * Number 15: an act on 1,000 projects, from its start to its end, three first and the rest at the highest speed: each row is a command through its project's
 * workflow. Also how long the histories of the run became. A budget, no baseline.
 * @param {import('../run.mjs').Bench} bench
 */
export async function bulk({ instance, dataDir, baseline, quick }) {
  const [head, deputy] = [await signIn(instance.url, dataDir, 'he.zhiyuan'), await signIn(instance.url, dataDir, 'ma.lihua')];
  const { rows } = await baseline.pool.query(
    `SELECT s.id FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
      WHERE s.held IS NULL AND NOT s.closed AND h.state->'mou'->>'tookEffectAt' IS NULL ORDER BY s.id LIMIT $1`,
    [quick ? 200 : rowsWanted],
  );
  await shellsRun(baseline);
  const begun = performance.now();
  const made = /** @type {Run} */ (
    await head.call('POST', '/api/bulk-runs', {
      ...{ command: 'Hold', wish: { kind: 'hold', reasonCode: 'INFORMATION' }, selection: { ids: rows.map(({ id }) => id) } },
      ...{ reason: `bench ${randomUUID()}`, goesOn: true, rowsPerSecond: 50 },
    })
  );
  const frozen = (performance.now() - begun) / 1_000;
  const act = (/** @type {typeof head} */ by, /** @type {string} */ name) => by.call('POST', `/api/bulk-runs/${made.id}/${name}`, {});
  await act(head, 'propose');
  await act(deputy, 'confirm');
  await act(head, 'start');
  let run = made;
  while (run.endedAt === null || run.endedAt === undefined) {
    await delay(500);
    run = /** @type {Run} */ (await head.call('GET', `/api/bulk-runs/${made.id}`));
  }
  const seconds = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1_000;
  const applied = run.counts['applied'] ?? 0;
  const { runs, events } = await historyOf(baseline.client, `bulk/${made.id}`);
  const ratio = Number(((seconds * rowsWanted) / (applied * mostSeconds)).toFixed(2));
  const detail = [
    `${run.state}: ${applied} of ${run.counts['foreseen']} applied in ${seconds.toFixed(1)} s, ${(applied / seconds).toFixed(1)} a second`,
    `frozen in ${frozen.toFixed(1)} s; ${events} events in ${runs} histories`,
  ].join('; ');
  return [
    { id: '15-bulk', name: '1,000 rows, seconds of their budget', ratio, low: ratio, high: ratio, target: 1, ok: ratio <= 1, detail },
  ];
}

/**
 * Waits until each open project and call has its shell: the sweep starts them after the projects were generated, and long since in ordinary times.
 * @param {import('../run.mjs').Bench['baseline']} baseline
 */
async function shellsRun({ client, pool }) {
  const { rows } = await pool.query(
    'SELECT count(*)::integer AS open FROM entity_head WHERE rev > 0 AND NOT closed AND halted_at IS NULL AND room_id IS NULL',
  );
  const running = `WorkflowType IN ('projectWorkflow', 'callWorkflow') AND ExecutionStatus = 'Running'`;
  for (const until = Date.now() + shellsWithinMs; ;) {
    const { count } = await client.workflow.count(running);
    if (count >= rows[0].open) return;
    if (Date.now() > until) throw new Error(`${count} of ${rows[0].open} shells run`);
    await delay(1_000);
  }
}

/**
 * Events of all runs of a workflow.
 * @param {import('@temporalio/client').Client} client
 * @param {string} workflowId
 */
async function historyOf(client, workflowId) {
  let [runs, events] = [0, 0];
  for await (const { historyLength } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    runs += 1;
    events += historyLength ?? 0;
  }
  return { runs, events };
}
