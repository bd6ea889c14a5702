import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import {
  bulkWorkRows,
  noteBulkRow,
  planHashAt,
  type BulkRowResult,
  type BulkRun,
  type BulkWorkRow,
  type RuleData,
  type TransactionSource,
} from '@app/persistence';
import { chaosPoint } from '@app/platform';
import { moveOfRow } from './row-result';
import { confirmRow, sendRow, type BulkActors } from './send-row';

/** What acting on rows needs. */
export interface BulkTools {
  db: TransactionSource;
  client: Client;
  /** By what plans are compared with those that were foreseen. */
  ruleData: RuleData;
  heartbeat: (details: unknown) => void;
}

/** At most so many commands are under way at once: a worker has other work. */
export const mostAtOnce = 12;
const lookEveryMs = 40;
const answerWithinMs = 10_000;
/** So long at most until it looks whether somebody wants it to stop, also where rows take longer than the chosen speed. */
const lookForStopMs = 1_500;

/**
 * Sends what one second allows, each row in its time, and settles what is answered meanwhile. The last are still under way when it returns: the next ones need
 * not wait for them. After a row that says that what was foreseen does not come, no other is begun.
 */
export async function sendSome(tools: BulkTools, run: BulkRun, actors: BulkActors, limit: number): Promise<void> {
  const rows = await bulkWorkRows(tools.db, run.id, { state: 'waiting', limit: Math.min(limit, run.rowsPerSecond) });
  const begun = Date.now();
  const dueMs = (row: number): number => begun + (row * 1_000) / run.rowsPerSecond;
  let next = 0;
  let free = mostAtOnce - run.counts.sent;
  while (next < rows.length && Date.now() - begun < lookForStopMs) {
    const due = rows.slice(next, next + Math.max(0, free)).filter((_, index) => dueMs(next + index) <= Date.now());
    next += due.length;
    await Promise.all(due.map((row) => begin(tools, run, actors, row)));
    const { open, differs } = await settleAnswered(tools, run, actors);
    if (differs) return;
    free = mostAtOnce - open;
    if (next < rows.length) await delay(lookEveryMs);
  }
  const left = dueMs(next) - Date.now();
  if (left > 0) await delay(left);
}

/** Waits until what was sent has its answers, each written down as soon as it is there. False when some have none in time: they are left as sent. */
export async function answered(tools: BulkTools, run: BulkRun, actors: BulkActors): Promise<boolean> {
  const until = Date.now() + answerWithinMs;
  for (;;) {
    const { open } = await settleAnswered(tools, run, actors);
    if (open === 0 || Date.now() >= until) return open === 0;
    tools.heartbeat({ open });
    await delay(lookEveryMs);
  }
}

/** Writes down what has its answer; how many have none yet, and whether a plan is not the one that was foreseen. */
async function settleAnswered(tools: BulkTools, run: BulkRun, actors: BulkActors): Promise<{ open: number; differs: boolean }> {
  const sent = await bulkWorkRows(tools.db, run.id, { state: 'sent', limit: 2 * mostAtOnce });
  let [open, differs] = [0, false];
  for (const row of sent) {
    const result = await settle(tools, run, actors, row);
    if (result === undefined) open += 1;
    differs ||= result?.code === differently;
  }
  return { open, differs };
}

/** Gives the row's command, unless the row is to be left alone. */
export async function begin(tools: BulkTools, run: BulkRun, actors: BulkActors, row: BulkWorkRow): Promise<void> {
  const move = moveOfRow(row, actors.second !== undefined);
  if (move !== 'send' && move !== 'await') return void (await settle(tools, run, actors, row));
  await noteBulkRow(tools.db, run.id, row.position, { state: 'sent' });
  await chaosPoint('bulk.before-sending');
  if ((await sendRow(tools, run, row, actors)) === 'other')
    await noteBulkRow(tools.db, run.id, row.position, { state: 'failed', code: 'ID_USED_FOR_SOMETHING_ELSE' });
}

/** Writes down what became of a row; nothing while it has no answer. */
async function settle(tools: BulkTools, run: BulkRun, actors: BulkActors, row: BulkWorkRow): Promise<BulkRowResult | undefined> {
  const { second } = actors;
  const move = moveOfRow(row, second !== undefined);
  if (move === 'send' || move === 'await') return undefined;
  if (move === 'confirm') {
    await noteBulkRow(tools.db, run.id, row.position, { state: 'sent' });
    if (second !== undefined) await confirmRow(tools, run, row, second);
    return undefined;
  }
  const result = await comparedWithForeseen(tools, row, move);
  await noteBulkRow(tools.db, run.id, row.position, result);
  await chaosPoint('bulk.between-items');
  return result;
}

const differently = 'PREDICTION_DIFFERS';

/** An applied row whose plan is not the one that was foreseen says so, and the run halts. */
async function comparedWithForeseen({ db, ruleData }: BulkTools, row: BulkWorkRow, result: BulkRowResult): Promise<BulkRowResult> {
  if (row.expected === null || result.state !== 'applied' || result.revAfter === undefined) return result;
  const planned = await planHashAt(db, ruleData, row.entityId, result.revAfter);
  return planned === row.expected.planHash ? result : { ...result, code: differently, values: { rev: result.revAfter } };
}
