// @ts-check
/**
 * npm test: its own set-up, then the checks and every tier on real services with ports and data of their own.
 * Options: --long runs the long forms of soak and chaos; --only a,b runs only these tiers, without the checks.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, requireNode } from './stack/dependencies.mjs';
import { explain, step } from './stack/steps.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
const support = createRequire(import.meta.url);
const dataDir = join(root, '.gongfang-test', randomBytes(4).toString('hex'));

/**
 * A missing Chromium stops nothing here: the browser tests then fail, each with this reason.
 * @returns {Promise<string>}
 */
async function chromium() {
  const { findChromium } = await import('./chromium.mjs');
  try {
    const path = await findChromium();
    process.env['CHROME_PATH'] = path;
    return path;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.env['GONGFANG_NO_CHROMIUM'] = reason;
    return `MISSING: ${reason}`;
  }
}

/** @returns {Promise<import('./tiers.mjs').TierResult>} */
async function checks() {
  const { runChecks } = await import('./checks.mjs');
  const startedAt = Date.now();
  const { passed, failed } = await runChecks();
  return { name: 'checks', passed: passed.length, failed: failed.length, seconds: (Date.now() - startedAt) / 1_000 };
}

/** @param {string[]} args */
async function test(args) {
  requireNode();
  await step(
    'packages',
    () => ensureDependencies(root),
    (installed) => (installed ? 'installed' : undefined),
  );
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1]?.split(',') : undefined;
  if (args.includes('--long')) process.env['GONGFANG_TEST_LONG'] = '1';
  await step('Chromium', chromium, (said) => said);
  const { build } = await import('./build.mjs');
  await step('build', build, (parts) => (parts.length === 0 ? undefined : parts.join(', ')));
  const { ON_SERVICES, runTier, summarise, TIERS } = await import('./tiers.mjs');
  const tiers = /** @type {import('./tiers.mjs').Tier[]} */ (Object.keys(TIERS)).filter(
    (tier) => only === undefined || only.includes(tier),
  );
  if (tiers.length === 0) throw new Error(`there is no tier ${only?.join(', ')}; the tiers are ${Object.keys(TIERS).join(', ')}`);
  const results = only === undefined ? [await checks()] : [];
  if (tiers.some((tier) => ON_SERVICES.includes(tier))) await step('services', () => support('../test/support/global-setup.cjs')());
  for (const tier of tiers) results.push(await runTier(tier));
  return summarise(results);
}

mkdirSync(dataDir, { recursive: true });
process.env['GONGFANG_TEST_DIR'] = dataDir;
let green = false;
try {
  green = await test(process.argv.slice(2));
} catch (error) {
  explain(error);
} finally {
  await support('../test/support/global-teardown.cjs')();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(green ? 0 : 1);
