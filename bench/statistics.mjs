// @ts-check

/** @param {number[]} values @param {number} share 0 to 1 @returns {number} */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** @param {number[]} values @returns {number} */
export function median(values) {
  return percentile(values, 0.5);
}

/**
 * Plays ours and the baseline in turn, A B A B …, after one round that is not counted; answers the ratio of each round.
 * @template T
 * @param {number} rounds
 * @param {() => Promise<T>} ours
 * @param {() => Promise<T>} baseline
 * @returns {Promise<{ ours: T, baseline: T }[]>}
 */
export async function alternate(rounds, ours, baseline) {
  const taken = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { ours: await ours(), baseline: await baseline() };
    if (round > 0) taken.push(pair);
  }
  return taken;
}

/**
 * One line of the table from ratios per round. `most`: the ratio may be at most the target; else at least.
 * @param {{ id: string, name: string, ratios: number[], target: number, most: boolean, detail: string }} figure
 */
export function lineOf({ id, name, ratios, target, most, detail }) {
  const ratio = median(ratios);
  const round = (/** @type {number} */ n) => Number(n.toFixed(2));
  return {
    id,
    name,
    ratio: round(ratio),
    low: round(Math.min(...ratios)),
    high: round(Math.max(...ratios)),
    target,
    ok: most ? ratio <= target : ratio >= target,
    detail,
  };
}

/**
 * Runs jobs with so many callers at once; answers each job's milliseconds and all of it in seconds.
 * @param {number} callers
 * @param {number} jobs
 * @param {(job: number) => Promise<void>} run
 */
export async function load(callers, jobs, run) {
  const times = /** @type {number[]} */ ([]);
  let next = 0;
  const since = performance.now();
  const caller = async () => {
    for (let job = next++; job < jobs; job = next++) {
      const start = performance.now();
      await run(job);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { times, seconds: (performance.now() - since) / 1_000 };
}
