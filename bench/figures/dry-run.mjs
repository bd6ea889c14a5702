// @ts-check
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const CLI = join(root, 'dist/apps/worker/apps/worker/src/cli.js');
const mostSeconds = 10;
const draft = 9_014;

/** Later reports and first drafts, one more reminder and one less: nearly every live project gets other mails. @param {any} base */
const changedFrom = (base) => ({
  ...base,
  report: { ...base.report, due: '04-30', warningAfter: '75d', officeAnswer: '75d' },
  mou: { ...base.mou, firstDraft: '35d', signBy: '110d', comments: '20d' },
  construction: { ...base.construction, redAfter: '40d' },
  ladder: {
    ...base.ladder,
    report: { ...base.ladder.report, steps: [...base.ladder.report.steps, { step: 't-45', level: 'L0', to: ['owner'] }] },
    milestone: { ...base.ladder.milestone, steps: base.ladder.milestone.steps.filter((/** @type {any} */ one) => one.step !== 't-7') },
  },
});

/**
 * Number 14: a dry run of a draft policy over all live projects, by the tool, from the moment it is asked for to its result; a budget, no baseline.
 * @param {import('../run.mjs').Bench} bench
 */
export async function dryRun({ instance, baseline, quick }) {
  const { rows } = await baseline.pool.query('SELECT content FROM policy_version WHERE version = 3');
  await baseline.pool.query(
    `INSERT INTO policy_version (version, name, content, state) VALUES ($1, 'Bench', $2, 'draft') ON CONFLICT (version) DO UPDATE SET content = $2`,
    [draft, JSON.stringify(changedFrom(rows[0]?.content))],
  );
  const seconds = [];
  let total = 0;
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    await run(['dry-run', '--policy', String(draft), '--as', 'he.zhiyuan@secretariat.example'], instance.env);
    const last = await baseline.pool.query(
      `SELECT total, extract(epoch FROM ended_at - asked_at)::float8 AS seconds FROM dry_run WHERE policy_version = $1 ORDER BY asked_at DESC LIMIT 1`,
      [draft],
    );
    total = last.rows[0].total;
    seconds.push(last.rows[0].seconds);
  }
  const best = Math.min(...seconds);
  const detail = `${total} live projects, ${seconds.map((one) => one.toFixed(1)).join(', ')} s, ${((1_000 * best) / total).toFixed(2)} ms a project`;
  const ratios = seconds.map((one) => Number((one / mostSeconds).toFixed(2)));
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  return [{ id: '14-dry-run', name: 'dry run of a policy, seconds of its budget', ratio: low, low, high, target: 1, ok: low <= 1, detail }];
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env */
function run(args, env) {
  return new Promise((done, fail) => {
    const cli = spawn(process.execPath, [...(process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean), CLI, ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // 1: on some day somebody would get many mails, which is an answer.
    cli.once('exit', (code) => (code === 0 || code === 1 ? done(undefined) : fail(new Error(`${args[0]} ended with ${code}`))));
  });
}
