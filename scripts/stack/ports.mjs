// @ts-check
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

/**
 * A port that was free a moment ago, chosen by the operating system.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') return reject(new Error('no TCP address'));
      probe.close(() => resolve(address.port));
    });
  });
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
