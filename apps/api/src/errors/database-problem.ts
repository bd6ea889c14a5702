import { Problem } from './problem';

/** PostgreSQL conditions that pass by themselves: connection trouble, shutting down, no resources, time-outs, lost races. */
const passing = /^(08|53|57|40|55P03|25P03)/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);
const connectionLost =
  /connection terminated|timeout exceeded when trying to connect|client was closed|not connected|connection is not established/i;

/** What trouble with the database or the disk means for the caller: try again later, or no room. Nothing when the error is something else. */
export function databaseProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code === 'ENOSPC') return new Problem('STORAGE_FULL');
  if (passing.test(code) || network.has(code) || connectionLost.test(error.message)) {
    return new Problem('UNAVAILABLE', { headers: { 'Retry-After': '5' } });
  }
  return undefined;
}

function codeOf(error: Error): string {
  const own = (error as { code?: unknown }).code;
  if (typeof own === 'string') return own;
  const inner = (error as { driverError?: { code?: unknown } }).driverError?.code;
  return typeof inner === 'string' ? inner : '';
}
