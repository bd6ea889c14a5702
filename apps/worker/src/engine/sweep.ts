import type { Client } from '@temporalio/client';
import { entitiesWithCommands, leftPending, overdueEntities, releaseStaleClaims, shardsWithMail } from '@app/persistence';
import type { Sql, WaitingCommand } from '@app/persistence';
import { dueSignal, mailDeskIdOf, mailDeskWorkflowType, taskQueues } from '@app/workflows';
import type { EntityCommand, MailDeskInput, SweepReport } from '@app/workflows';
import { dispatchCommands } from '../dispatch/dispatch-commands';
import { sendEntityCommand, syncEntity } from '../dispatch/send-entity-command';

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
 * Heals what a lost process, message or engine left behind: shells without a timer read the ledger, pending commands are submitted in order
 * of receipt, unsent commands leave, every desk runs, stale claims are given back. One entity that fails does not stop the others.
 */
export async function sweepOnce(tools: SweepTools): Promise<SweepReport> {
  const { db, client, lateMs } = tools;
  const occasion = `sweep-${Date.now()}`;
  const synced = await each(tools, 'sync', await overdueEntities(db, lateMs.wake, perSweep), (one) => syncEntity(client, one, occasion));
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

function commandOf({ id, type, actor, onBehalfOf, reason, expectedRev, payload }: WaitingCommand): EntityCommand {
  return {
    ...{ id, type, actor, payload },
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    ...(reason === null ? {} : { reason }),
    ...(expectedRev === null ? {} : { expectedRev }),
  };
}
