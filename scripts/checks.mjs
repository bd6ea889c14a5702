// @ts-check
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');
const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`;
const importRules = ['apps', 'libs', 'test', 'scripts', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'];

/** What `npm run check` looks at beside the tests: name, program, arguments; the slowest first. @type {[string, string, string[]][]} */
const CHECKS = [
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
  ['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['types of the dashboard', bin('tsc'), ['--noEmit', '-p', 'apps/dashboard/tsconfig.json']],
  ['types of the scripts', bin('tsc'), ['-p', 'scripts/tsconfig.json']],
  ['unused code', bin('knip'), []],
  ['import rules', bin('depcruise'), importRules],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['OpenAPI drift', process.execPath, ['scripts/openapi.mjs', '--check']],
  ['table of commands', process.execPath, ['scripts/write-commands-table.mjs', '--check']],
  ['docs', process.execPath, ['scripts/check-docs.mjs']],
  ['initial script', process.execPath, ['scripts/check-initial-script.mjs']],
];

/** Their names, for those who want only some. */
export const CHECK_NAMES = CHECKS.map(([name]) => name);

/**
 * Runs the checks, two at a time, each to its end also after one failed; prints a line for each and what the failed ones said.
 * @param {string[]} [only] names; all when left out
 * @returns {Promise<{ passed: string[], failed: string[] }>} names
 */
export async function runChecks(only = CHECK_NAMES) {
  /** @type {{ passed: string[], failed: string[] }} */
  const result = { passed: [], failed: [] };
  const queue = CHECKS.filter(([name]) => only.includes(name));
  const lane = async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
      const [name, program, args] = check;
      const startedAt = Date.now();
      const { code, output } = await runCommand(program, args, { cwd: root });
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - startedAt) / 1_000).toFixed(1)} s)`);
      if (code !== 0) console.log(output.trim());
      result[code === 0 ? 'passed' : 'failed'].push(name);
    }
  };
  await Promise.all([lane(), lane()]);
  return result;
}
