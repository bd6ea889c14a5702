const { once } = require('node:events');

/** Stops the services that the set-up started; leaves alone what it found running. */
module.exports = async function stopStack() {
  const child = globalThis.gongfangTestStack;
  if (child === undefined || child.exitCode !== null) return;
  child.stdin.end();
  await once(child, 'exit');
};
