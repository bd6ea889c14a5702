// @ts-check
/**
 * npm run check: the gate. Types, lint, format, import rules, unused code, docs, table of commands, OpenAPI drift; then the unit tests and
 * those of the architecture (content and size of the workflow bundle among them). With names behind it (npm run check -- lint format)
 * only these checks, without build and tests.
 */
import { build } from './build.mjs';
import { CHECK_NAMES, runChecks } from './checks.mjs';
import { StackError } from './stack/stack-error.mjs';
import { explain, step } from './stack/steps.mjs';
import { runTier, summarise } from './tiers.mjs';

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T & { seconds: number }>}
 */
async function timed(work) {
  const startedAt = Date.now();
  return { ...(await work), seconds: (Date.now() - startedAt) / 1_000 };
}

async function runTests() {
  return [await runTier('unit'), await runTier('architecture')];
}

/** @param {string[]} only */
async function check(only) {
  if (only.length === 0) await step('build', build, (parts) => (parts.length === 0 ? undefined : parts.join(', ')));
  // Linting is one long process: the tests fill the other core meanwhile.
  const [{ passed, failed, seconds }, tests] = await Promise.all([
    timed(runChecks(only.length === 0 ? undefined : only)),
    only.length === 0 ? runTests() : [],
  ]);
  const results = [{ name: 'checks', passed: passed.length, failed: failed.length, seconds }, ...tests];
  const green = summarise(results);
  if (failed.length > 0) console.log(`Failed checks: ${failed.join(', ')}`);
  return green;
}

const only = process.argv.slice(2);
const unknown = only.filter((name) => !CHECK_NAMES.includes(name));
try {
  if (unknown.length > 0) throw new StackError(`There is no check ${unknown.join(', ')}.`, `There are: ${CHECK_NAMES.join(', ')}.`);
  process.exitCode = (await check(only)) ? 0 : 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
