import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { markDispatched, openCommand, undispatchedOf } from '@app/persistence';
import type { Sql, UndispatchedCommand } from '@app/persistence';
import { workflowIdOf } from '@app/workflows';
import type { EntityRef } from '@app/workflows';
import { sendEntityCommand } from './send-entity-command';

/** What dispatching needs. */
export interface DispatchTools {
  db: Sql;
  client: Client;
  heartbeat: (details: unknown) => void;
}

const rowsPerRun = 500;

/**
 * Sends the entity's commands for others, in the order of its revisions, and marks row by row. A command is marked once the receiver's
 * database row exists, since from then on it cannot be lost; its id is the row's id, so a second sending changes nothing. After a failure
 * later rows for the same receiver wait, others go on; then it throws, so that the engine tries again.
 */
export async function dispatchCommands(tools: DispatchTools, entity: EntityRef): Promise<{ sent: number }> {
  const blocked = new Map<string, Error>();
  let sent = 0;
  for (const row of await undispatchedOf(tools.db, entity, rowsPerRun)) {
    const receiver = workflowIdOf(row.target);
    if (blocked.has(receiver)) continue;
    try {
      await handOver(tools, row);
      sent++;
    } catch (error) {
      blocked.set(receiver, error instanceof Error ? error : new Error(String(error)));
    }
    tools.heartbeat({ sent });
  }
  const [failure] = blocked.values();
  if (failure !== undefined) throw failure;
  return { sent };
}

async function handOver({ db, client }: DispatchTools, row: UndispatchedCommand): Promise<void> {
  const command = { id: row.id, ...row.command, actor: { kind: 'system' } as const };
  const opened = await openCommand(db, row.target, { ...command, source: 'dispatch' }, row.source);
  if (opened.is === 'other') return markDispatched(db, row.id, 'failed', { code: 'ID_USED_FOR_SOMETHING_ELSE' });
  if (opened.command.status === 'pending') await submit(client, row.target, command);
  await markDispatched(db, row.id, 'sent', {});
}

/** A full queue is no failure: the stored command is taken with the next one, or submitted by the sweep. */
async function submit(client: Client, target: EntityRef, command: Parameters<typeof sendEntityCommand>[2]): Promise<void> {
  try {
    await sendEntityCommand(client, target, command);
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
  }
}
