// @ts-check
import { StackError } from './stack-error.mjs';

/**
 * Runs one step of a start and prints one line with its name and time; a step that had nothing to do may say so by the text it returns.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @param {(result: T) => string | undefined} [remark] what to say behind the name
 * @returns {Promise<T>}
 */
export async function step(name, work, remark = () => undefined) {
  const startedAt = Date.now();
  // A person who waits sees what for; in a log file each step is one line.
  if (process.stdout.isTTY) process.stdout.write(`  ${name} …\r`);
  const result = await work();
  const said = remark(result);
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  console.log(`  ${name.padEnd(14)} ${seconds.padStart(6)} s${said === undefined ? '' : `   ${said}`}`);
  return result;
}

/**
 * Prints a failure the way a person can use it: what is wrong and what to do, without a stack unless it is a bug of ours.
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof StackError) console.error(`\n${error.sentence}\n${error.advice}`);
  else if (error instanceof Error && error.name === 'ConfigError') console.error(`\n${error.message}`);
  else console.error('\nThis is a bug in Gongfang:', error);
}
