// @ts-check
/**
 * npm run openapi:write: writes the description of the API and the dashboard's types from the built API. With --check it writes nothing and
 * fails when either is not what the code says.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { runCommand } from './run-command.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
const intoArgument = process.argv.indexOf('--into');
/** Where the files stand; another folder only in the test that plants a stale description. */
const into = intoArgument > 0 ? resolve(process.argv[intoArgument + 1] ?? '.') : root;
const DESCRIPTION = 'docs/openapi.json';
const TYPES = 'apps/dashboard/src/generated/openapi-types.ts';

/** @returns {Promise<string>} the description as the built API gives it */
async function describe() {
  const program = 'dist/apps/api/apps/api/src/write-openapi.js';
  const { code, output } = await runCommand(process.execPath, [program, '--stdout'], { cwd: root });
  if (code !== 0) throw new Error(`the API could not be described (${code}): ${output}`);
  return output;
}

const description = await describe();
const types = `// Written by npm run openapi:write; do not edit.\n${astToString(await openapiTypescript(JSON.parse(description)))}`;
const wanted = { [DESCRIPTION]: description, [TYPES]: types };
const stale = Object.entries(wanted).filter(
  ([path, text]) => !existsSync(join(into, path)) || readFileSync(join(into, path), 'utf8') !== text,
);

if (!process.argv.includes('--check')) {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
  console.log(stale.length === 0 ? 'nothing changed' : stale.map(([path]) => `wrote ${path}`).join('\n'));
} else if (stale.length > 0) {
  console.error(`Not what the code says: ${stale.map(([path]) => path).join(', ')}. Run npm run openapi:write and commit the result.`);
  process.exitCode = 1;
}
