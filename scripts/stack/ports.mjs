// @ts-check
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { StackError } from './stack-error.mjs';

/**
 * Whether a server could listen on this TCP port of the given address now.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isPortFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Below the ports that operating systems hand to outgoing connections, so that none of those takes a port between its choice and its use. */
const FIRST_PORT = 15_000;
const LAST_PORT = 32_000;
/** @type {Set<number>} */
const handedOut = new Set();

/**
 * A port that was free a moment ago and that this process has not handed out yet.
 * @returns {Promise<number>}
 * @throws {Error} when a hundred ports in a row are taken
 */
export async function freePort() {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (handedOut.has(port) || !(await isPortFree(port)) || !(await isPortFree(port, '0.0.0.0'))) continue;
    handedOut.add(port);
    return port;
  }
  throw new Error(`no free port found between ${FIRST_PORT} and ${LAST_PORT}`);
}

/**
 * The preferred port when it is free, else any free one. For services whose address is told at the start, not agreed before.
 * @param {number} preferred 0 asks for any
 */
export async function choosePort(preferred) {
  return preferred !== 0 && (await isPortFree(preferred)) ? preferred : freePort();
}

/**
 * The port a person asked for; 0 means any. Fails with advice when it is taken.
 * @param {number} port
 * @param {string} setting name of the environment variable that moves it
 */
export async function claimPort(port, setting) {
  if (port === 0) return freePort();
  if ((await isPortFree(port)) && (await isPortFree(port, '0.0.0.0'))) return port;
  throw new StackError(
    `Port ${port} is already in use by another program.`,
    `Stop that program, or choose another port: ${setting}=${port + 1} npm start`,
  );
}
