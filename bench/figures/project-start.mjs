// @ts-check
import { randomUUID } from 'node:crypto';
import { alternate, lineOf, load, median, percentile } from '../statistics.mjs';
import { signIn } from '../people.mjs';

/**
 * Number 1: from the request until the project's shell runs and its first commit is visible, against a bare workflow start with one activity.
 * @param {import('../run.mjs').Bench} bench
 */
export async function projectStart({ instance, dataDir, baseline, quick }) {
  const lead = await signIn(instance.url, dataDir, 'yang.xiaodong');
  const calls = /** @type {{ items: { id: string, code: string, subState: string }[] }} */ (await lead.call('GET', '/api/calls'));
  const open = calls.items.find((one) => one.subState === 'open');
  if (open === undefined) throw new Error('no call is open');
  const ours = (/** @type {number} */ callers, /** @type {number} */ jobs) =>
    load(callers, jobs, () => lead.call('POST', '/api/projects', { callId: open.id }));
  const bare = (/** @type {number} */ callers, /** @type {number} */ jobs) =>
    load(callers, jobs, async () => {
      const id = randomUUID();
      await baseline.client.workflow.execute('plainStart', {
        workflowId: `bench/${id}`,
        taskQueue: baseline.taskQueue,
        args: [{ id, commandId: id }],
      });
    });
  const lines = [];
  for (const callers of quick ? [1, 8] : [1, 8, 32]) {
    const jobs = callers * (quick ? 6 : 10);
    const rounds = await alternate(
      quick ? 3 : 5,
      () => ours(callers, jobs),
      () => bare(callers, jobs),
    );
    const p50 = rounds.map((r) => median(r.ours.times) / median(r.baseline.times));
    const rate = rounds.map((r) => r.baseline.seconds / r.ours.seconds);
    const last = rounds.at(-1);
    const detail = `ours p50 ${median(last?.ours.times ?? []).toFixed(0)} ms, p95 ${percentile(last?.ours.times ?? [], 0.95).toFixed(0)} ms; bare p50 ${median(last?.baseline.times ?? []).toFixed(0)} ms`;
    lines.push(
      lineOf({ id: `1-p50-${callers}`, name: `project start, ${callers} at once, time`, ratios: p50, target: 1.5, most: true, detail }),
    );
    lines.push(
      lineOf({
        id: `1-rate-${callers}`,
        name: `project start, ${callers} at once, starts/s`,
        ratios: rate,
        target: 0.67,
        most: false,
        detail: `${(jobs / (last?.ours.seconds ?? 1)).toFixed(1)}/s against ${(jobs / (last?.baseline.seconds ?? 1)).toFixed(1)}/s`,
      }),
    );
  }
  return lines;
}
