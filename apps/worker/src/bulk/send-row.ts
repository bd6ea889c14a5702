import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Actor } from '@app/domain';
import { findHead, openCommand, reasonInRun, storeDetachedTexts, storeRefusal } from '@app/persistence';
import type { BulkRun, BulkWorkRow, CommandSource, EntityKey, NewCommand, Sql } from '@app/persistence';
import { sendEntityCommand } from '../dispatch/send-entity-command';

/** Who gives the commands of a run: the one who asked for it, and whoever approved it. */
export interface BulkActors {
  author: Actor;
  second: Actor | undefined;
}

/** What sending needs. */
export interface SendTools {
  db: Sql;
  client: Client;
}

const doors: Record<BulkRun['door'], CommandSource> = { page: 'web', api: 'api', cli: 'cli' };

/** Gives the command of a row, as the person who asked for the run. Given again under its id, it is answered as before. */
export async function sendRow(tools: SendTools, run: BulkRun, row: BulkWorkRow, { author }: BulkActors): Promise<'sent' | 'other'> {
  const entity = projectOf(row);
  const reason = reasonInRun(run.id, row.entityId, run.reason);
  await storeDetachedTexts(tools.db, entity, [{ ref: reason, content: run.reason }], run.createdBy);
  const command: NewCommand = {
    ...{ id: row.commandId, type: run.commandType, actor: author, payload: row.payload, source: doors[run.door], reason },
    ...(row.expectedRev === null ? {} : { expectedRev: row.expectedRev }),
  };
  return give(tools, entity, command);
}

/** Confirms what became a proposal, as the person who approved the run: both stand in the ledger under their own names. */
export function confirmRow(tools: SendTools, run: BulkRun, row: BulkWorkRow, second: Actor): Promise<'sent' | 'other'> {
  const command: NewCommand = {
    ...{ id: row.confirmId, type: 'ConfirmProposal', actor: second, source: doors[run.door] },
    payload: { proposalId: row.commandId },
  };
  return give(tools, projectOf(row), command);
}

function projectOf({ entityId }: BulkWorkRow): EntityKey {
  return { kind: 'project', id: entityId };
}

async function give({ db, client }: SendTools, entity: EntityKey, command: NewCommand): Promise<'sent' | 'other'> {
  const opened = await openCommand(db, entity, command);
  if (opened.is === 'other') return 'other';
  if (opened.command.status !== 'pending') return 'sent';
  const { source: _source, ...forShell } = command;
  try {
    await sendEntityCommand(client, entity, forShell);
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
    await refusedByShell(db, entity, command, error);
  }
  return 'sent';
}

/** A shell that knows a newer revision refuses for good; a full queue is no refusal: the stored command is taken later. */
async function refusedByShell(db: Sql, entity: EntityKey, command: NewCommand, { cause }: WorkflowUpdateFailedError): Promise<void> {
  if (cause === undefined || !('type' in cause) || cause.type !== 'STALE_REVISION') return;
  const rev = (await findHead(db, entity))?.rev ?? 0;
  const values = { expectedRev: command.expectedRev ?? 0, currentRev: rev };
  await storeRefusal(db, entity, command.id, rev, { code: 'STALE_REVISION', message: cause.message, values });
}
