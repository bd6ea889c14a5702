// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error };

/** Where the worker looks for the bundle. */
export const defaultBundlePath = join(root, 'dist', 'workflow-bundle.js');

const functions = ['projectWorkflow', 'callWorkflow', 'mailDeskWorkflow', 'conductorWorkflow', 'sweepWorkflow', 'maintenanceWorkflow'];
const strangers = [
  'node_modules/typeorm',
  'node_modules/@nestjs',
  'node_modules/zod',
  'libs/domain/src',
  'libs/persistence/src',
  'libs/platform/src',
];
const largestBytes = 4 * 1024 * 1024;

/**
 * What must not be in a bundle that is replayed for years, and what must.
 * @param {string} code @returns {string[]} one sentence per fault
 */
export function faultsOf(code) {
  const faults = functions.filter((name) => !code.includes(name)).map((name) => `the workflow function ${name} is missing`);
  faults.push(...strangers.filter((one) => code.includes(one)).map((one) => `${one} is in the bundle`));
  if (code.length > largestBytes) faults.push(`the bundle has ${code.length} bytes, more than ${largestBytes}`);
  return faults;
}

/**
 * Bundles the workflow functions and writes them to a file. Throws when the bundle is too large or holds what must not be there.
 * @param {string} [path] where to write
 * @param {string} [workflowsPath] the entry; another one only in the test that plants a violation
 */
export async function buildWorkflowBundle(path = defaultBundlePath, workflowsPath = join(root, 'libs/workflows/src/workflow-entry.ts')) {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
  const faults = faultsOf(code);
  if (faults.length > 0) throw new Error(`the workflow bundle is not fit to be shipped: ${faults.join('; ')}`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await buildWorkflowBundle(process.argv[2], process.argv[3]));
}
