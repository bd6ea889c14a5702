import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { askProof, endLostProofs, findProof, forgetOldProofs, sinceLastProof, waitingProof, type Sql } from '@app/persistence';
import { carryOutProof } from './carry-out-proof';
import type { WatchTools } from './comparison';

/** When proofs are due, in ms. */
export interface WatchTimes {
  /** From the start to the first one: the worker takes up first what came while it was down. */
  firstMs: number;
  /** From one to the next. */
  everyMs: number;
  /** The same while something is open or could not be compared, so that what was mended is soon seen as mended. */
  openMs: number;
}

/** The times that hold outside tests. */
export const watchTimes: WatchTimes = { firstMs: 120_000, everyMs: 3_600_000, openMs: 600_000 };

const lookEveryMs = 1_000;
const pauseMs = 5_000;
const lostAfterMs = 600_000;
const keptDays = 400;

/** What the loop needs beside the tools of a proof. */
export interface LoopTools extends WatchTools {
  logger: Logger;
  times: WatchTimes;
  /** Asked once a minute: tells people when the proof has stopped. */
  minute: () => Promise<void>;
  /** Signs roots that are due or asked for; looked at each second. */
  sign: () => Promise<void>;
}

/** Proves on the hour, and at once when somebody asks, until it is told to end. Nothing that fails ends it. */
export async function watchUntil(tools: LoopTools, ended: AbortSignal): Promise<void> {
  const { logger, minute, sign } = tools;
  const started = performance.now();
  let minuteAt = -Infinity;
  while (!ended.aborted) {
    try {
      await proveIfDue(tools, performance.now() - started);
      await sign();
    } catch (error) {
      logger.warn({ error: nameOf(error) }, 'no proof or root could be made');
      await pause(pauseMs, ended);
    }
    if (performance.now() - minuteAt >= 60_000) {
      minuteAt = performance.now();
      await minute().catch((error: unknown) => logger.warn({ error: nameOf(error) }, 'the age of the proof could not be looked at'));
    }
    await pause(lookEveryMs, ended);
  }
}

async function proveIfDue(tools: LoopTools, upMs: number): Promise<void> {
  const { db, logger } = tools;
  const waiting = (await waitingProof(db)) ?? (await dueProof(db, tools.times, upMs));
  if (waiting === undefined) return;
  await endLostProofs(db, lostAfterMs);
  const began = performance.now();
  const mine = await carryOutProof(tools, waiting, (failed, error) =>
    logger.warn({ ...failed, error: messageOf(error) }, 'a comparison failed'),
  );
  if (!mine) return;
  const { counts, result, openFindings } = (await findProof(db, waiting)) ?? {};
  logger.info({ result, openFindings, ms: Math.round(performance.now() - began), ...counts }, 'compared everything');
  await forgetOldProofs(db, keptDays);
}

async function dueProof(db: Sql, times: WatchTimes, upMs: number): Promise<string | undefined> {
  if (upMs < times.firstMs) return undefined;
  const last = await sinceLastProof(db);
  const pauseOf = last?.isQuiet === true ? times.everyMs : times.openMs;
  if (last !== undefined && last.ms < Math.min(pauseOf, upMs)) return undefined;
  return (await askProof(db, { id: randomUUID(), door: 'clock', askedBy: null }))?.id;
}

async function pause(ms: number, ended: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal: ended }).catch(() => undefined);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/** Messages of the engine and the database name no person. */
function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'unknown';
}
