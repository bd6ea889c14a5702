const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
const passingStates = ['08', '53', '57'];

/** Whether an error says that PostgreSQL does not serve at the moment (SQLSTATE classes 08, 53, 57, or the network), rather than that a statement is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (networkCodes.has(code) || passingStates.some((state) => code.length === 5 && code.startsWith(state))) return true;
  return /connection (terminated|timeout)|timeout (exceeded )?when trying to connect|terminating connection/i.test(error.message);
}
