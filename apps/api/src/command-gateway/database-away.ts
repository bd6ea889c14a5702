const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
const passingStates = ['08', '53', '57'];
const lostConnection = /connection (terminated|timeout)|timeout (exceeded )?when trying to connect|terminating connection/i;

/** Whether an error says that PostgreSQL does not serve at the moment (SQLSTATE classes 08, 53, 57, or the network), rather than that a statement is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && (networkCodes.has(code) || isPassingState(code))) return true;
  return typeof message === 'string' && lostConnection.test(message);
}

function isPassingState(code: string): boolean {
  return code.length === 5 && passingStates.some((state) => code.startsWith(state));
}
