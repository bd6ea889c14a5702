import type { Client } from '@temporalio/client';
import { maintenanceIdOf, maintenanceWorkflowType, taskQueues, type MaintenanceInput } from '@app/workflows';

/** Starts an administrator's work unless it runs. */
export async function startMaintenance(client: Client, input: MaintenanceInput): Promise<void> {
  await client.workflow.start<(input: MaintenanceInput) => Promise<void>>(maintenanceWorkflowType, {
    workflowId: maintenanceIdOf(input),
    taskQueue: taskQueues.project,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
}
