// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and gives back everything it printed; shows what goes to standard error at once as well when asked to (Jest
 * reports there, and its JSON goes elsewhere).
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, show?: 'stderr' | undefined }} options
 * @returns {Promise<{ code: number | string, output: string }>} code: the exit code, or why there is none
 */
export function runCommand(program, args, { cwd, env = process.env, show }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (show !== undefined && stream === child.stderr) process.stdout.write(chunk);
      });
    }
    child.once('error', (error) => resolve({ code: error.message, output }));
    child.once('close', (code, signal) => resolve({ code: code ?? signal ?? 'unknown', output }));
  });
}
