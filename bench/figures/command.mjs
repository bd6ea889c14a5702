// @ts-check
import { alternate, lineOf, load, median, percentile } from '../statistics.mjs';
import { signIn } from '../people.mjs';

/**
 * Number 2: a command until it is committed and visible, against a plain update behind an HTTP route whose handler waits for one activity that writes
 * the same kinds of rows in one transaction. The command gives a project to the other of two officers, which is possible at any time.
 * @param {import('../run.mjs').Bench} bench
 */
export async function command({ instance, dataDir, baseline, quick }) {
  const head = await signIn(instance.url, dataDir, 'he.zhiyuan');
  const listed = /** @type {{ items: { id: string, stage: string }[] }} */ (await head.call('GET', '/api/projects?limit=50'));
  const projects = listed.items.filter((one) => one.stage !== 'closed').map((one) => one.id);
  const officers = /** @type {{ items: { personId: string }[] }} */ (await head.call('GET', '/api/people?role=CO'));
  const two = officers.items.map((one) => one.personId).slice(0, 2);
  let turn = 0;
  const ours = (/** @type {number} */ callers, /** @type {number} */ jobs) =>
    load(callers, jobs, async (job) => {
      const id = projects[job % callers] ?? '';
      turn += 1;
      await head.call('POST', `/api/projects/${id}/commands/assign-officer`, { officerId: two[Math.floor(turn / callers) % 2] });
    });
  for (let i = 0; i < 8; i += 1)
    await baseline.client.workflow.start('plainUpdates', { workflowId: `bench-entity-${i}`, taskQueue: baseline.taskQueue, args: [] });
  const plain = (/** @type {number} */ callers, /** @type {number} */ jobs) =>
    load(callers, jobs, async (job) => {
      const answer = await fetch(`${baseline.url}/bench-entity-${job % callers}`, { method: 'POST', body: '{}' });
      if (!answer.ok) throw new Error(await answer.text());
      await answer.text();
    });
  const jobs = quick ? 20 : 60;
  const serial = await alternate(
    quick ? 3 : 5,
    () => ours(1, jobs),
    () => plain(1, jobs),
  );
  const eight = await alternate(
    quick ? 3 : 5,
    () => ours(8, jobs * 4),
    () => plain(8, jobs * 4),
  );
  const told = (/** @type {typeof serial} */ rounds) => {
    const last = rounds.at(-1);
    return `ours p50 ${median(last?.ours.times ?? []).toFixed(0)} ms, plain ${median(last?.baseline.times ?? []).toFixed(0)} ms`;
  };
  const p50 = serial.map((r) => median(r.ours.times) / median(r.baseline.times));
  const p95 = serial.map((r) => percentile(r.ours.times, 0.95) / percentile(r.baseline.times, 0.95));
  const rate = eight.map((r) => r.baseline.seconds / r.ours.seconds);
  return [
    lineOf({ id: '2-p50', name: 'command, one after another, p50', ratios: p50, target: 1, most: true, detail: told(serial) }),
    lineOf({ id: '2-p95', name: 'command, one after another, p95', ratios: p95, target: 1.2, most: true, detail: told(serial) }),
    lineOf({ id: '2-rate', name: 'commands/s with 8 entities', ratios: rate, target: 1, most: false, detail: told(eight) }),
  ];
}
