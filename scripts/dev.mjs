// @ts-check
/**
 * npm run dev: everything npm start runs, on the data folder .gongfang-dev, with API, worker and dashboard reloading on change.
 * The dashboard is served by Vite on GONGFANG_PORT, the API stands behind it. Option: --empty, as for npm start.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, requireNode } from './stack/dependencies.mjs';
import { explain, step } from './stack/steps.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');

try {
  requireNode();
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  await step('packages', () => ensureDependencies(root));
  // What needs the packages is loaded only now.
  const { runDevelopment } = await import('./stack/development.mjs');
  await runDevelopment(resolve(process.env['GONGFANG_DATA_DIR'] || join(root, '.gongfang-dev')), process.argv.includes('--empty'));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
