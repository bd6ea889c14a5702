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

/** @param {string[]} only */
async function check(only) {
  const startedAt = Date.now();
  if (only.length === 0) await step('build', build, (parts) => (parts.length === 0 ? undefined : parts.join(', ')));
  const { passed, failed } = await runChecks(only.length === 0 ? undefined : only);
  const results = [{ name: 'checks', passed: passed.length, failed: failed.length, seconds: (Date.now() - startedAt) / 1_000 }];
  if (only.length === 0) results.push(await runTier('unit'), await runTier('architecture'));
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
