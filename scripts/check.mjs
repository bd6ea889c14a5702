// @ts-check
/**
 * npm run check: the gate. Types, lint, format, import rules, unused code, docs, table of commands, OpenAPI drift; then the unit tests and
 * those of the architecture (content and size of the workflow bundle among them).
 */
import { build } from './build.mjs';
import { runChecks } from './checks.mjs';
import { explain, step } from './stack/steps.mjs';
import { runTier, summarise } from './tiers.mjs';

try {
  const startedAt = Date.now();
  await step('build', build, (parts) => (parts.length === 0 ? undefined : parts.join(', ')));
  const { passed, failed } = await runChecks();
  const checks = { name: 'checks', passed: passed.length, failed: failed.length, seconds: (Date.now() - startedAt) / 1_000 };
  const green = summarise([checks, await runTier('unit'), await runTier('architecture')]);
  if (failed.length > 0) console.log(`Failed checks: ${failed.join(', ')}`);
  process.exitCode = green ? 0 : 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
