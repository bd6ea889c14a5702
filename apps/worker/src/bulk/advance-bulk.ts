import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import {
  accountPerson,
  bulkWorkRows,
  findBulkRun,
  lookAtBulkRun,
  noteBulkRow,
  passCanary,
  planHashAt,
  type BulkRowResult,
  type BulkRun,
  type BulkWorkRow,
  type RuleData,
  type TransactionSource,
} from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { BulkStep } from '@app/workflows';
import { nextMove } from './bulk-move';
import { finishBulk } from './finish-bulk';
import { moveOfRow } from './row-result';
import { confirmRow, sendRow, type BulkActors } from './send-row';

/** What a step needs. */
export interface BulkTools {
  db: TransactionSource;
  client: Client;
  /** By what plans are compared with those that were foreseen. */
  ruleData: RuleData;
  heartbeat: (details: unknown) => void;
  /** How long a step goes on before it lets the workflow note that it is alive. */
  stepMs: number;
}

/** At most so many commands are under way at once: a worker has other work. */
const mostAtOnce = 10;
const lookEveryMs = 40;
const answerWithinMs = 10_000;
const lookAgainMs = 5_000;

/** One step of a run: rows are sent in waves at the chosen speed, each is answered and written down, between two waves it looks whether to stop. */
export async function advanceBulk(tools: BulkTools, runId: string): Promise<BulkStep> {
  const until = Date.now() + tools.stepMs;
  const started = await findBulkRun(tools.db, runId);
  if (started === undefined) return { next: 'end' };
  const actors = await actorsOf(tools, started);
  if (actors === undefined) return finishBulk(tools.db, started, { state: 'halted', code: 'AUTHOR_INACTIVE' });
  // Sent by a step before this one that did not live to see the answer.
  await carryOn(tools, started, actors, await bulkWorkRows(tools.db, runId, { state: 'sent', limit: mostAtOnce }));
  for (;;) {
    const step = await move(tools, runId, actors);
    if (step !== undefined) return step;
    if (Date.now() >= until) return { next: 'go-on' };
  }
}

/** Does what is next; nothing while there is more to do at once. */
async function move(tools: BulkTools, runId: string, actors: BulkActors): Promise<BulkStep | undefined> {
  const seen = await lookAtBulkRun(tools.db, runId);
  const run = await findBulkRun(tools.db, runId);
  if (seen === undefined || run === undefined) return { next: 'end' };
  tools.heartbeat({ waiting: run.counts.waiting });
  const next = nextMove({ ...run, stopAsked: seen.stopAsked });
  switch (next.do) {
    case 'end':
      return finishBulk(tools.db, run, next);
    case 'rest':
      return { next: run.state === 'checked' ? 'wait' : 'end' };
    case 'await':
      return { next: 'wait', afterMs: lookAgainMs };
    case 'pass':
      await passCanary(tools.db, runId);
      return undefined;
    case 'send':
      await wave(tools, run, actors, next.limit);
      return undefined;
  }
}

/** The people as they are now: a role that was lost since is lost here, too. Nothing when whoever asked may no longer act at all. */
async function actorsOf({ db }: BulkTools, run: BulkRun): Promise<BulkActors | undefined> {
  const author = await accountPerson(db, run.createdBy);
  const second = run.secondId === null ? undefined : await accountPerson(db, run.secondId);
  if (author === undefined) return undefined;
  return { author: actorFor(author), second: second === undefined ? undefined : actorFor(second) };
}

function actorFor({ personId, roles, country }: NonNullable<Awaited<ReturnType<typeof accountPerson>>>): BulkActors['author'] {
  return { kind: 'person', personId, roles, country };
}

async function wave(tools: BulkTools, run: BulkRun, actors: BulkActors, limit: number): Promise<void> {
  const size = Math.max(1, Math.min(limit, mostAtOnce, Math.ceil(run.rowsPerSecond / 2)));
  const begun = Date.now();
  const rows = await bulkWorkRows(tools.db, run.id, { state: 'waiting', limit: size });
  await carryOn(tools, run, actors, rows);
  const left = (rows.length * 1_000) / run.rowsPerSecond - (Date.now() - begun);
  if (left > 0) await delay(left);
}

/** Sends what is to be sent and waits for the answers, each written down as soon as it is there. What has none in time is left as sent. */
async function carryOn(tools: BulkTools, run: BulkRun, actors: BulkActors, rows: BulkWorkRow[]): Promise<void> {
  await Promise.all(rows.map((row) => begin(tools, run, actors, row)));
  const until = Date.now() + answerWithinMs;
  const range = { from: rows[0]?.position ?? 0, to: rows.at(-1)?.position ?? 0 };
  for (;;) {
    const open = await bulkWorkRows(tools.db, run.id, { state: 'sent', limit: mostAtOnce, ...range });
    for (const row of open) await settle(tools, run, actors, row);
    if (open.length === 0 || Date.now() >= until) return;
    tools.heartbeat({ open: open.length });
    await delay(lookEveryMs);
  }
}

/** Gives the row's command, unless the row is to be left alone. */
async function begin(tools: BulkTools, run: BulkRun, actors: BulkActors, row: BulkWorkRow): Promise<void> {
  const move = moveOfRow(row, actors.second !== undefined);
  if (move !== 'send' && move !== 'await') return settle(tools, run, actors, row);
  await noteBulkRow(tools.db, run.id, row.position, { state: 'sent' });
  if ((await sendRow(tools, run, row, actors)) === 'other')
    await noteBulkRow(tools.db, run.id, row.position, { state: 'failed', code: 'ID_USED_FOR_SOMETHING_ELSE' });
}

async function settle(tools: BulkTools, run: BulkRun, actors: BulkActors, row: BulkWorkRow): Promise<void> {
  const { second } = actors;
  const move = moveOfRow(row, second !== undefined);
  if (move === 'send' || move === 'await') return;
  if (move === 'confirm') {
    await noteBulkRow(tools.db, run.id, row.position, { state: 'sent' });
    if (second !== undefined) await confirmRow(tools, run, row, second);
    return;
  }
  await noteBulkRow(tools.db, run.id, row.position, await comparedWithForeseen(tools, row, move));
  await chaosPoint('bulk.between-items');
}

/** An applied row whose plan is not the one that was foreseen says so, and the run halts. */
async function comparedWithForeseen({ db, ruleData }: BulkTools, row: BulkWorkRow, result: BulkRowResult): Promise<BulkRowResult> {
  if (row.expected === null || result.state !== 'applied' || result.revAfter === undefined) return result;
  const planned = await planHashAt(db, ruleData, row.entityId, result.revAfter);
  return planned === row.expected.planHash ? result : { ...result, code: 'PREDICTION_DIFFERS', values: { rev: result.revAfter } };
}
