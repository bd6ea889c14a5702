// @ts-check
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);

/**
 * The gate before a commit: everything that can be known without a database, an engine or a browser. The longest come first,
 * two run at a time. Run one with `npm run check -- lint`.
 * @type {Record<string, string[]>}
 */
const steps = {
  lint: [bin('eslint/bin/eslint.js'), '.'],
  types: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  tests: [bin('jest/bin/jest.js'), '--selectProjects', 'unit', 'architecture', '--silent', '--reporters', 'default'],
  'dashboard types': [bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps/dashboard/tsconfig.json'],
  'script types': [bin('typescript/bin/tsc'), '-p', 'scripts/tsconfig.json'],
  unused: [bin('knip/bin/knip.js'), '--no-progress'],
  imports: [
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    'apps',
    'libs',
    'scripts',
    'test',
    'bench',
  ],
  format: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  commands: ['scripts/write-commands-table.mjs', '--check'],
  docs: ['scripts/check-docs.mjs'],
};

/** @param {string} name @returns {Promise<boolean>} whether the step passed; a failing one prints all it had to say */
function run(name) {
  const from = Date.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, steps[name] ?? [], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      done(code === 0);
    });
  });
}

/** @param {string[]} names @returns {Promise<string[]>} the steps that failed */
async function runAll(names) {
  const waiting = [...names];
  /** @type {string[]} */
  const failed = [];
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) if (!(await run(name))) failed.push(name);
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
  return failed;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
const failed = await runAll(wanted.length > 0 ? wanted : Object.keys(steps));
console.log(failed.length === 0 ? 'check passed' : `check failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
