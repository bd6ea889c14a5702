import { setTimeout as delay } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import Long from 'long';
import { leftPending, outboxRowsUpTo } from '@app/persistence';
import type { ActResult, TechnicalAct, TransactionSource } from '@app/persistence';
import { chaosPoint } from '@app/platform';
import { repairActs, repairPrefix, rollSignal, syncSignal, workflowIdOf } from '@app/workflows';
import type { EntityRef, Finding, RepairAct, ResetWish } from '@app/workflows';
import type { CommitTools } from '../commit/open-session';
import { sendEntityCommand, syncEntity } from '../dispatch/send-entity-command';
import { inspectEntity, stillPending, type InspectTools, type SeenEntity } from './inspect-entity';
import { reconcileEntity } from './reconcile';
import { commandOf } from './waiting-command';

/** What a repair needs. */
export interface RepairTools extends InspectTools {
  db: TransactionSource;
  commit: CommitTools;
  heartbeat: () => void;
  /** How long the trouble may take to go, in ms. */
  verifyWithinMs: number;
}

/** A repair on its way: the act on record, and whom it is about. */
interface Repair {
  act: TechnicalAct;
  entity: EntityRef;
}

/** Does something; answers why it could not, or nothing. */
type Doer = (tools: RepairTools, repair: Repair) => Promise<ActResult | undefined>;

const lookAgainMs = 300;
const perRepair = 200;

const doers: Record<RepairAct, Doer> = {
  sync: readLedger,
  restart: readLedger,
  retry,
  roll: async ({ client }, { entity }) => void (await client.workflow.getHandle(workflowIdOf(entity)).signal(rollSignal)),
  deliver,
  reconcile,
  reset,
  terminate: async ({ client }, { act, entity }) => {
    const { runId } = act.before as { runId?: string };
    await client.workflow.getHandle(workflowIdOf(entity), runId).terminate(wordsFor(act)).catch(ignoreGone);
  },
};

/** What must be gone before a repair has succeeded; the rest is another repair's business. */
const cured: Record<RepairAct, readonly Finding['code'][]> = {
  sync: ['SHELL_MISSING', 'SHELL_BEHIND', 'LEDGER_BEHIND', 'HALTED', 'WAKE_OVERDUE'],
  restart: ['SHELL_MISSING', 'SHELL_BEHIND', 'LEDGER_BEHIND', 'HALTED', 'WAKE_OVERDUE'],
  retry: ['ACTIVITY_RETRYING', 'TASK_FAILING', 'SHELL_MISSING'],
  roll: ['TASK_FAILING', 'SHELL_MISSING'],
  deliver: ['COMMAND_WAITS'],
  reconcile: ['HALTED', 'LEDGER_BEHIND', 'SHELL_BEHIND'],
  reset: ['TASK_FAILING', 'SHELL_MISSING', 'SHELL_BEHIND', 'LEDGER_BEHIND', 'HALTED'],
  terminate: [],
};

/** Carries out a repair that is on record as running, and looks until the trouble is gone. Harmless to repeat. Answers how it ended. */
export async function carryOutRepair(tools: RepairTools, act: TechnicalAct): Promise<ActResult> {
  const name = repairActs.find((one) => act.kind === repairPrefix + one);
  if (name === undefined || act.entity === null) return { state: 'failed', code: 'UNKNOWN_REPAIR' };
  const repair = { act, entity: act.entity };
  const failure = await doers[name](tools, repair);
  if (failure !== undefined) return failure;
  await chaosPoint('repair.done');
  return verified(tools, repair, name);
}

async function verified(tools: RepairTools, repair: Repair, name: RepairAct): Promise<ActResult> {
  const until = Date.now() + tools.verifyWithinMs;
  for (;;) {
    const seen = await inspectEntity(tools, repair.entity);
    tools.heartbeat();
    const left = seen === undefined ? ['UNKNOWN_ENTITY'] : whatIsLeft(name, repair, seen);
    // Tried anew, it begins to count from one: only an activity that has ended shows that the trouble is gone.
    if (name === 'retry' && left.length === 0) left.push(...(await unfinished(tools, repair)));
    const after = seen === undefined ? {} : afterOf(seen);
    if (left.length === 0) return (await sameMails(tools, repair)) ?? { state: 'done', code: 'REPAIRED', values: {}, after };
    if (Date.now() > until) return { state: 'failed', code: 'TROUBLE_REMAINS', values: { left }, after };
    await delay(lookAgainMs);
  }
}

function whatIsLeft(name: RepairAct, { act }: Repair, seen: SeenEntity): string[] {
  const { runId } = act.before as { runId?: string };
  const sameRun = seen.runId === runId;
  if (name === 'terminate') return seen.running && sameRun ? ['SHELL_RUNS'] : [];
  const left: string[] = seen.findings.map(({ code }) => code).filter((code) => cured[name].includes(code));
  if (sameRun && (name === 'roll' || name === 'reset')) left.push('SAME_RUN');
  // A shell that has not answered yet has not shown that it is well.
  if (name !== 'deliver' && !answers(seen, name !== 'roll' && name !== 'retry')) left.push('SHELL_SILENT');
  return left;
}

/** Whether the shell tells where it stands, and has nothing left to do where that is asked. */
function answers({ snapshot }: SeenEntity, idle: boolean): boolean {
  return snapshot !== undefined && !(idle && snapshot.queued > 0);
}

function afterOf({ runId, ledgerRev, shellRev, findings, outboxRows, mailsSent }: SeenEntity): Record<string, unknown> {
  return { runId, ledgerRev, shellRev, findings: findings.map(({ code }) => code), outboxRows, mailsSent };
}

async function unfinished({ client }: RepairTools, { act, entity }: Repair): Promise<string[]> {
  return (await stillPending(client, entity, retryingOf(act))).length === 0 ? [] : ['ACTIVITY_RETRYING'];
}

function retryingOf({ before }: TechnicalAct): string[] {
  return (before as { retrying?: string[] }).retrying ?? [];
}

/** No repair but a reconciliation adds a mail to what was decided before it. */
async function sameMails({ db }: RepairTools, { act, entity }: Repair): Promise<ActResult | undefined> {
  const { ledgerRev, outboxRows } = act.before as { ledgerRev?: number; outboxRows?: number };
  if (act.kind === `${repairPrefix}reconcile` || ledgerRev === undefined || outboxRows === undefined) return undefined;
  const now = await outboxRowsUpTo(db, entity, ledgerRev);
  return now === outboxRows ? undefined : { state: 'failed', code: 'OUTBOX_CHANGED', values: { before: outboxRows, after: now } };
}

async function readLedger({ client }: RepairTools, { act, entity }: Repair): Promise<undefined> {
  await syncEntity(client, entity, `repair-${act.id}`);
}

/** Has the engine try at once what it tries again and again; without this it would wait for the next try. */
async function retry({ client }: RepairTools, { act, entity }: Repair): Promise<undefined> {
  for (const id of await stillPending(client, entity, retryingOf(act))) {
    await client.workflowService.resetActivity({
      ...{ namespace: client.options.namespace, execution: { workflowId: workflowIdOf(entity) }, id, identity: `repair-${act.id}` },
    });
  }
}

async function deliver({ db, client, lateMs, heartbeat }: RepairTools, { entity }: Repair): Promise<ActResult | undefined> {
  const waiting = await leftPending(db, lateMs.command, perRepair, entity);
  for (const one of waiting) {
    await sendEntityCommand(client, entity, commandOf(one));
    heartbeat();
  }
  return undefined;
}

async function reconcile({ db, client, commit }: RepairTools, { act, entity }: Repair): Promise<ActResult | undefined> {
  const report = await reconcileEntity({ db, client, commit }, entity);
  if (report.problem !== undefined)
    return { state: 'failed', code: 'NOT_RECONCILED', values: { ...report.problem.values, problem: report.problem.code } };
  await syncEntity(client, entity, `repair-${act.id}`);
  return undefined;
}

/** Takes the run back to the event that was shown; the engine hears again what came after it. A repeat finds the run ended by the first time. */
async function reset({ client }: RepairTools, { act, entity }: Repair): Promise<ActResult | undefined> {
  const { runId, eventId } = act.asked as unknown as ResetWish;
  const workflowId = workflowIdOf(entity);
  const { status } = await client.workflow.getHandle(workflowId, runId).describe();
  if (status.name === 'RUNNING') {
    await client.workflowService.resetWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId, runId },
      workflowTaskFinishEventId: Long.fromNumber(eventId),
      reason: wordsFor(act),
      requestId: act.id,
    });
  } else if (status.name !== 'TERMINATED') return { state: 'failed', code: 'RUN_MOVED_ON', values: { status: status.name } };
  await client.workflow.getHandle(workflowId).signal(syncSignal, { key: `repair-${act.id}` });
  return undefined;
}

/** The engine learns the act's id; reason and person stand in the act. */
function wordsFor(act: TechnicalAct): string {
  return `technical act ${act.id}`;
}

function ignoreGone(error: unknown): undefined {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}
