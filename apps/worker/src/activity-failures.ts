import { ApplicationFailure } from '@temporalio/common';

/** The stored head was written by newer rules: this worker leaves it to a newer one. */
export class OlderCode extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'OlderCode';
  }
}

/** A rule threw: a bug of ours that no repetition heals. */
export class RuleFailure extends Error {
  constructor(
    readonly step: string,
    cause: unknown,
  ) {
    super(`${step} threw: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'RuleFailure';
  }
}

/** SQLSTATE classes that pass by themselves: connection, serialization, resources, operator; undefined columns pass when migrations have run. */
const passingClasses: ReadonlySet<string> = new Set(['08', '40', '53', '57', '42']);
const lockNotAvailable = '55P03';
const triesOfOtherErrors = 5;

/** SQLSTATE of a database error, also of one wrapped by TypeORM; nothing for other errors. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (driverError !== undefined) return sqlState(driverError);
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Whether a failure passes by itself, so that trying again is right: the database is away, busy or being migrated. */
export function passes(error: unknown): boolean {
  if (error instanceof RuleFailure) return false;
  const state = sqlState(error);
  if (state === undefined) return isConnectionLoss(error);
  return state === lockNotAvailable || passingClasses.has(state.slice(0, 2));
}

function isConnectionLoss(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, driverError } = error as { code?: unknown; message?: unknown; driverError?: unknown };
  if (driverError !== undefined && isConnectionLoss(driverError)) return true;
  if (typeof code === 'string' && /^E(CONN|PIPE|HOST|TIMEDOUT|NOTFOUND|AI_AGAIN)/.test(code)) return true;
  return typeof message === 'string' && /connection|client was closed|timeout exceeded when trying to connect/i.test(message);
}

/**
 * The failure an activity ends with: the engine tries again where that can help, and gives up at once where a rule threw (`DECIDE_FAILED`), or
 * after five tries where the database refuses for good (`COMMIT_FAILED`). Messages carry no data of rows.
 * @param attempt the activity's attempt, from 1
 */
export function activityFailure(error: unknown, attempt: number): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof OlderCode) return ApplicationFailure.retryable(error.message, 'OLDER_CODE');
  if (error instanceof RuleFailure) return ApplicationFailure.nonRetryable(`${error.step} threw`, 'DECIDE_FAILED');
  const what = `database error ${sqlState(error) ?? 'without a state'}`;
  if (passes(error)) return ApplicationFailure.retryable(what, 'DATABASE_AWAY');
  return attempt >= triesOfOtherErrors
    ? ApplicationFailure.nonRetryable(what, 'COMMIT_FAILED')
    : ApplicationFailure.retryable(what, 'COMMIT_TRIED');
}
