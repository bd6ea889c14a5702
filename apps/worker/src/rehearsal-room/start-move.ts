import type { Client } from '@temporalio/client';
import { rehearsalIdOf, rehearsalWorkflowType, taskQueues, type RehearsalInput } from '@app/workflows';

/** Starts the move of a rehearsal unless it is played already. */
export async function startMove(client: Client, moveId: string): Promise<void> {
  await client.workflow.start<(input: RehearsalInput) => Promise<void>>(rehearsalWorkflowType, {
    workflowId: rehearsalIdOf(moveId),
    taskQueue: taskQueues.project,
    args: [{ moveId }],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}
