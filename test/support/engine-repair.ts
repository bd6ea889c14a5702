import { Client as PgClient } from 'pg';
import { temporal } from '@temporalio/proto';
import type { EntityKey } from '@app/persistence';
import type { ShellWorld } from './shell-world';

const completed = temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED;

/** Resets a workflow to its second task, as an administrator's repair does; messages after it are applied again. */
export async function resetToSecondTask(world: ShellWorld, workflowId: string): Promise<void> {
  const handle = world.client.workflow.getHandle(workflowId);
  const { runId } = await handle.describe();
  const { events } = await handle.fetchHistory();
  const second = (events ?? []).filter((event) => event.eventType === completed)[1]?.eventId;
  if (second === undefined || second === null) throw new Error('the workflow has no second task');
  await world.client.workflowService.resetWorkflowExecution({
    namespace: world.workspace.namespace,
    workflowExecution: { workflowId, runId },
    workflowTaskFinishEventId: second,
    reason: 'a test',
    requestId: `reset-${runId}`,
  });
}

/** The head of an entity as it is, to go back to. */
export async function copyOfHead(world: ShellWorld, entity: EntityKey): Promise<string> {
  const [row] = await world.db.query<{ head: string }[]>('SELECT to_jsonb(h)::text AS head FROM entity_head h WHERE id = $1', [entity.id]);
  return row?.head ?? '';
}

/** As a restore of an older backup does it: by the owner of the tables, past all guards. */
export async function rollBack(world: ShellWorld, entity: EntityKey, head: string): Promise<void> {
  const owner = new PgClient(world.workspace.database.ownerUrl);
  await owner.connect();
  try {
    await owner.query('DELETE FROM ledger_entry WHERE id = $1 AND rev > ($2::jsonb ->> $3)::int', [entity.id, head, 'rev']);
    await owner.query('DELETE FROM entity_head WHERE id = $1', [entity.id]);
    await owner.query('INSERT INTO entity_head SELECT * FROM jsonb_populate_record(NULL::entity_head, $1::jsonb)', [head]);
  } finally {
    await owner.end();
  }
}
