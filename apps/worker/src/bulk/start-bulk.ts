import type { Client } from '@temporalio/client';
import { bulkIdOf, bulkLookSignal, bulkWorkflowType, taskQueues, type BulkInput } from '@app/workflows';

/** Starts a run unless it runs, and lets it look at its rows. */
export async function startBulk(client: Client, runId: string): Promise<void> {
  await client.workflow.signalWithStart<(input: BulkInput) => Promise<void>, []>(bulkWorkflowType, {
    workflowId: bulkIdOf(runId),
    taskQueue: taskQueues.project,
    args: [{ runId }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    signal: bulkLookSignal,
    signalArgs: [],
  });
}
