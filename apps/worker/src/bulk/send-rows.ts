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
export const mostAtOnce = 16;
const lookEveryMs = 40;
const answerWithinMs = 10_000;
/** So long at most until it looks whether somebody wants it to stop, also where rows take longer than the chosen speed. */
const lookForStopMs = 1_500;

/** Where plans were foreseen: no row is begun that stands further behind the first unjudged one, so that a plan that comes otherwise stops the run early. */
const mostBeforeJudged = 12;

/**
 * Sends what one second allows, each row in its time, and settles what is answered meanwhile: a row that takes long keeps no other waiting while there is room.
 * All it has begun is with its project when it returns, though not yet answered: the next ones need not wait for that. After a row that says that what was
 * foreseen does not come, no other is begun.
 */
export async function sendSome(tools: BulkTools, run: BulkRun, actors: BulkActors, limit: number): Promise<void> {
  const rows = await bulkWorkRows(tools.db, run.id, { state: 'waiting', limit: Math.min(limit, run.rowsPerSecond) });
  const begun = Date.now();
  const dueMs = (row: number): number => begun + (row * 1_000) / run.rowsPerSecond;
  const beginning = new Beginning();
  let next = 0;
  while (next < rows.length && Date.now() - begun < lookForStopMs && !beginning.failed) {
    const { open, differs } = await settleAnswered(tools, run, actors, beginning.rows);
    if (differs) break;
    const due = rows.slice(next).filter((_, index) => dueMs(next + index) <= Date.now());
    const begins = withRoom(due, new Set([...open, ...beginning.rows]));
    next += begins.length;
    for (const row of begins) beginning.add(row.position, begin(tools, run, actors, row));
    if (next < rows.length) await delay(lookEveryMs);
  }
  await beginning.over();
  const left = dueMs(next) - Date.now();
  if (left > 0 && next === rows.length) await delay(left);
}

/** The first of some rows that may be begun while others are under way. */
function withRoom(due: readonly BulkWorkRow[], underWay: ReadonlySet<number>): BulkWorkRow[] {
  const free = due.slice(0, Math.max(0, mostAtOnce - underWay.size));
  const first = Math.min(...underWay, ...free.map(({ position }) => position));
  const tooFar = free.findIndex(({ expected, position }) => expected !== null && position >= first + mostBeforeJudged);
  return tooFar === -1 ? free : free.slice(0, tooFar);
}

/** Rows that are being given to their projects: whether they are answered is nobody's question yet. */
class Beginning {
  readonly rows = new Set<number>();
  failed = false;
  private readonly all: Promise<void>[] = [];

  add(row: number, began: Promise<void>): void {
    this.rows.add(row);
    this.all.push(began);
    began.then(
      () => this.rows.delete(row),
      () => (this.failed = true),
    );
  }

  /** Waits for each of them, then throws what one of them has thrown. */
  async over(): Promise<void> {
    await Promise.allSettled(this.all);
    await Promise.all(this.all);
  }
}

/** Waits until what was sent has its answers, each written down as soon as it is there. False when some have none in time: they are left as sent. */
export async function answered(tools: BulkTools, run: BulkRun, actors: BulkActors): Promise<boolean> {
  const until = Date.now() + answerWithinMs;
  for (;;) {
    const { open } = await settleAnswered(tools, run, actors);
    if (open.length === 0 || Date.now() >= until) return open.length === 0;
    tools.heartbeat({ open: open.length });
    await delay(lookEveryMs);
  }
}

/** Writes down what has its answer, all at once; which rows have none yet, and whether a plan is not the one that was foreseen. */
async function settleAnswered(
  tools: BulkTools,
  run: BulkRun,
  actors: BulkActors,
  beginning: ReadonlySet<number> = new Set(),
): Promise<{ open: number[]; differs: boolean }> {
  // Asked before the rows are read: what was begun by then is read with its command.
  const unread = new Set(beginning);
  const sent = await bulkWorkRows(tools.db, run.id, { state: 'sent', limit: 2 * mostAtOnce });
  const settled = await Promise.all(
    sent.map(async (row) => ({
      position: row.position,
      result: unread.has(row.position) ? undefined : await settle(tools, run, actors, row),
    })),
  );
  return {
    open: settled.filter(({ result }) => result === undefined).map(({ position }) => position),
    differs: settled.some(({ result }) => result?.code === differently),
  };
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
