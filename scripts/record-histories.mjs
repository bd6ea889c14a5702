// @ts-check
/**
 * npm run record: plays the scenarios of the replay corpus on a real engine and database and writes their histories and ledgers to test/replay.
 * Run it when the shell changed on purpose, and keep the old corpus as long as a run of that version may live.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { runCommand } from './run-command.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..');

await build();
const jest = [
  join(root, 'node_modules/jest/bin/jest.js'),
  '--selectProjects',
  'record',
  '--runInBand',
  '--forceExit',
  ...process.argv.slice(2),
];
const { code } = await runCommand(process.execPath, jest, { cwd: root, show: 'stderr' });
process.exitCode = typeof code === 'number' ? code : 1;
