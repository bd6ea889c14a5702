/**
 * Starts one PostgreSQL, one Temporal server and one mail catcher for the whole run, by the same modules as `npm start`, in a process of
 * their own, and passes their addresses on by environment variables. Where GONGFANG_TEST_PG_URL is already set it starts nothing.
 */
const { spawn } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const { join, resolve } = require('node:path');
const { createInterface } = require('node:readline');

const root = resolve(__dirname, '../..');

module.exports = async function startStack() {
  if (process.env.GONGFANG_TEST_PG_URL) return;
  const base = process.env.GONGFANG_TEST_DIR ?? join(root, '.gongfang-test');
  const dataDir = join(base, `stack-${randomBytes(4).toString('hex')}`);
  const child = spawn(process.execPath, [join(root, 'scripts/stack/test-stack.mjs'), dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: root,
  });
  const variables = await new Promise((resolvePromise, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolvePromise(JSON.parse(line)));
    child.once('exit', (code) =>
      reject(new Error(`The services for the tests did not start (exit code ${code}); the reason is printed above.`)),
    );
  });
  Object.assign(process.env, variables);
  globalThis.gongfangTestStack = child;
};
