import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import {
  entitiesDueSoon,
  entitiesWithCommands,
  leftPending,
  openEntitiesAfter,
  overdueEntities,
  releaseStaleClaims,
  shardsWithMail,
} from '@app/persistence';
import type { EntityKey, Sql } from '@app/persistence';
import { dueSignal, mailDeskIdOf, mailDeskWorkflowType, sweepEveryMs, taskQueues, workflowIdOf } from '@app/workflows';
import type { MailDeskInput, SweepReport } from '@app/workflows';
import { dispatchCommands } from '../dispatch/dispatch-commands';
import { sendEntityCommand, syncEntity } from '../dispatch/send-entity-command';
import { commandOf } from './waiting-command';

/** What the sweep needs. */
export interface SweepTools {
  db: Sql;
  client: Client;
  heartbeat: (details: unknown) => void;
  /** Tells of what could not be healed; ids only. */
  warn: (what: string, about: Record<string, unknown>) => void;
  /** How old something must be before it counts as left behind, in ms. */
  lateMs: { wake: number; command: number };
}

const perSweep = 1_000;
/** Twice the pause between two sweeps: a shell that is missing is found before its entity's moment comes. */
const aheadMs = 2 * sweepEveryMs;
/** As many shells are looked for before it is believed that the engine lost none. */
const sample = 20;
const page = 500;

/** Starts the desk of a shard if it is not running, and lets it look at once. */
export async function startDesk(client: Client, shard: string): Promise<void> {
  await client.workflow.signalWithStart<(input: MailDeskInput) => Promise<void>, [{ atMs: number }]>(mailDeskWorkflowType, {
    workflowId: mailDeskIdOf(shard),
    taskQueue: taskQueues.project,
    args: [{ shard }],
    signal: dueSignal,
    signalArgs: [{ atMs: 0 }],
  });
}

/**
 * Heals what a lost process, message or engine left behind: shells without a timer read the ledger, missing ones are started from it (all of
 * them, when the engine was emptied), pending commands are submitted in order of receipt, unsent commands leave, every desk runs, stale claims are given back. One entity that fails does not stop the others.
 */
export async function sweepOnce(tools: SweepTools): Promise<SweepReport> {
  const { db, client, lateMs } = tools;
  const occasion = `sweep-${Date.now()}`;
  const overdue = await overdueEntities(db, lateMs.wake, perSweep);
  const missing = await missingOf(tools, await entitiesDueSoon(db, aheadMs, lateMs.wake, perSweep));
  const lost = [...overdue, ...missing, ...(await lostWithTheEngine(tools))];
  const synced = await each(tools, 'sync', lost, (one) => syncEntity(client, one, occasion));
  const submitted = await each(tools, 'submit', await leftPending(db, lateMs.command, perSweep), (one) =>
    sendEntityCommand(client, one.entity, commandOf(one)),
  );
  const waiting = await entitiesWithCommands(db, lateMs.command, perSweep);
  const dispatched = await each(tools, 'dispatch', waiting, (one) => dispatchCommands(tools, one));
  const claimsReleased = await releaseStaleClaims(db);
  const shards = new Set(['0', ...(await shardsWithMail(db))]);
  const desksStarted = await each(tools, 'desk', [...shards], (shard) => startDesk(client, shard));
  return { synced, submitted, dispatched, desksStarted, claimsReleased };
}

/** Entities whose shell does not run. */
async function missingOf({ client, heartbeat }: SweepTools, entities: EntityKey[]): Promise<EntityKey[]> {
  const missing: EntityKey[] = [];
  for (const entity of entities) {
    if (!(await isRunning(client, workflowIdOf(entity)))) missing.push(entity);
    heartbeat({ missing: missing.length });
  }
  return missing;
}

async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING' || status.name === 'PAUSED';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Every open entity without a shell, after first data or the loss of the engine; nothing when the first few are all there. */
async function lostWithTheEngine(tools: SweepTools): Promise<EntityKey[]> {
  const first = await openEntitiesAfter(tools.db, undefined, sample);
  const lost = await missingOf(tools, first);
  if (lost.length === 0) return [];
  for (let last = first.at(-1); last !== undefined;) {
    const next = await openEntitiesAfter(tools.db, last, page);
    lost.push(...(await missingOf(tools, next)));
    last = next.at(-1);
  }
  return lost;
}

async function each<T>(tools: SweepTools, what: string, things: T[], heal: (thing: T) => Promise<unknown>): Promise<number> {
  let healed = 0;
  for (const thing of things) {
    try {
      await heal(thing);
      healed++;
    } catch (error) {
      tools.warn(`${what} failed`, { error: error instanceof Error ? error.name : 'unknown' });
    }
    tools.heartbeat({ [what]: healed });
  }
  return healed;
}
