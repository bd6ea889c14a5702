// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.mjs';
import { uncoveredBranches } from './uncovered-branches.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');

/** Jest workers by tier: what starts programs of its own has the two cores to itself. */
export const TIERS = { unit: 2, architecture: 2, replay: 2, integration: 2, e2e: 1, browser: 1, chaos: 1 };

/** Tiers that need PostgreSQL, Temporal and the mail catcher. */
export const ON_SERVICES = ['integration', 'e2e', 'browser', 'chaos'];

/** @typedef {keyof typeof TIERS} Tier */
/** @typedef {{ name: string, passed: number, failed: number, seconds: number }} TierResult */

/**
 * Runs one tier and shows its output. A file that cannot be loaded counts as one failure, and so do a tier without any test and rules with a
 * branch that no unit test takes.
 * @param {Tier} tier
 * @param {{ args?: string[], env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<TierResult>}
 */
export async function runTier(tier, { args = [], env = process.env } = {}) {
  const startedAt = Date.now();
  const folder = join(root, '.gongfang-test');
  mkdirSync(folder, { recursive: true });
  const report = join(folder, `${tier}-${process.pid}.json`);
  const coverage = join(folder, `${tier}-${process.pid}-coverage`);
  const measured = tier === 'unit' ? ['--coverage', `--coverageDirectory=${coverage}`] : [];
  const workers = TIERS[tier] === 1 ? ['--runInBand'] : [`--maxWorkers=${TIERS[tier]}`];
  // Native parts of the Temporal SDK keep Jest alive after the last test.
  const end = ['unit', 'architecture'].includes(tier) ? [] : ['--forceExit'];
  const jest = ['--selectProjects', tier, ...end, ...workers, ...measured, '--json', `--outputFile=${report}`, ...args];
  const { code } = await runCommand(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...jest], {
    cwd: root,
    env,
    show: 'stderr',
  });
  const counted = countResults(report, code);
  if (counted.onlyByExitCode) uncoveredBranches(join(coverage, 'coverage-final.json'), root).forEach(tellBranch);
  for (const written of [report, coverage]) rmSync(written, { recursive: true, force: true });
  return { name: tier, passed: counted.passed, failed: counted.failed, seconds: (Date.now() - startedAt) / 1_000 };
}

/** @param {string} branch */
function tellBranch(branch) {
  console.log(`No test takes ${branch}`);
}

/**
 * @param {string} report
 * @param {number | string} code
 * @returns {{ passed: number, failed: number, onlyByExitCode: boolean }} `onlyByExitCode`: no test failed, yet Jest is not content
 */
function countResults(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1, onlyByExitCode: false };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  const onlyByExitCode = failed === 0 && code !== 0;
  return { passed: numPassedTests, failed: onlyByExitCode ? 1 : failed, onlyByExitCode };
}

/**
 * Prints a line for each part and, alone on the last line, the sum.
 * @param {TierResult[]} results
 * @returns {boolean} whether nothing failed and something passed
 */
export function summarise(results) {
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    console.log(
      `${name.padEnd(14)} ${String(passed).padStart(6)} passed ${String(failed).padStart(5)} failed   ${seconds.toFixed(1).padStart(7)} s`,
    );
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0;
}
