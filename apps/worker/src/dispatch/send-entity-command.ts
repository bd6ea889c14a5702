import { WithStartWorkflowOperation, WorkflowUpdateStage } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { submitUpdate, syncSignal, taskQueues, workflowIdOf, workflowTypes } from '@app/workflows';
import type { EntityCommand, EntityInput, EntityRef } from '@app/workflows';

type EntityWorkflow = (input: EntityInput) => Promise<void>;

/**
 * Hands a stored command to the entity's shell, and starts the shell when it is gone. Returns when the shell has it in its queue.
 * @param updateId differs from the command's id only where the same command must be heard again within one run (Wake)
 * @throws WorkflowUpdateFailedError when the shell refuses it; its cause has the code as `type`
 */
export async function sendEntityCommand(client: Client, entity: EntityRef, command: EntityCommand, updateId = command.id): Promise<void> {
  const start = new WithStartWorkflowOperation<EntityWorkflow>(workflowTypes[entity.kind], {
    workflowId: workflowIdOf(entity),
    taskQueue: taskQueues.project,
    args: [{ id: entity.id }],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  await client.workflow.startUpdateWithStart(submitUpdate, {
    args: [command],
    updateId,
    waitForStage: WorkflowUpdateStage.ACCEPTED,
    startWorkflowOperation: start,
  });
}

/** Tells the entity's shell to read the ledger, and starts the shell when it is gone. `key` names the occasion. */
export async function syncEntity(client: Client, entity: EntityRef, key: string): Promise<void> {
  await client.workflow.signalWithStart<EntityWorkflow, [{ key: string }]>(workflowTypes[entity.kind], {
    workflowId: workflowIdOf(entity),
    taskQueue: taskQueues.project,
    args: [{ id: entity.id }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    signal: syncSignal,
    signalArgs: [{ key }],
  });
}
