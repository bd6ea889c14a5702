// @ts-check
import { randomUUID } from 'node:crypto';
import { alternate, lineOf, load, median, percentile } from '../statistics.mjs';
import { signIn } from '../people.mjs';

/** @typedef {{ times: number[], seconds: number }} Load */

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
    lines.push(...linesOf(callers, jobs, rounds));
  }
  return lines;
}

/** @param {number} callers @param {number} jobs @param {{ ours: Load, baseline: Load }[]} rounds */
function linesOf(callers, jobs, rounds) {
  const times = (/** @type {'ours' | 'baseline'} */ side) => rounds.flatMap((round) => round[side].times);
  const seconds = (/** @type {'ours' | 'baseline'} */ side) => median(rounds.map((round) => round[side].seconds));
  const ms = (/** @type {number} */ n) => `${n.toFixed(0)} ms`;
  const p50 = rounds.map((r) => median(r.ours.times) / median(r.baseline.times));
  const rate = rounds.map((r) => r.baseline.seconds / r.ours.seconds);
  const detail = `ours p50 ${ms(median(times('ours')))}, p95 ${ms(percentile(times('ours'), 0.95))}; bare p50 ${ms(median(times('baseline')))}`;
  const rates = `${(jobs / seconds('ours')).toFixed(1)}/s against ${(jobs / seconds('baseline')).toFixed(1)}/s`;
  const name = `project start, ${callers} at once`;
  return [
    lineOf({ id: `1-p50-${callers}`, name: `${name}, time`, ratios: p50, target: 1.5, most: true, detail }),
    lineOf({ id: `1-rate-${callers}`, name: `${name}, starts/s`, ratios: rate, target: 0.67, most: false, detail: rates }),
  ];
}
