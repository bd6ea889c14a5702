import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { submitUpdate, taskQueues, workflowIdOf, workflowTypes } from '@app/workflows';
import type { EntityCommand, EntityInput, EntityRef } from '@app/workflows';
import { handoverOf } from './update-failure.mapper';
import type { Handover } from './update-failure.mapper';

const deadlineMs = 10_000;

/** Hands a stored command to its shell, starting the shell where it is missing or gone. Never rejects: what could not be handed over is left to the sweep. */
export async function handOver(client: Client, entity: EntityRef, command: EntityCommand): Promise<Handover> {
  const start = new WithStartWorkflowOperation<(input: EntityInput) => Promise<void>>(workflowTypes[entity.kind], {
    workflowId: workflowIdOf(entity),
    taskQueue: taskQueues.project,
    args: [{ id: entity.id }],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  try {
    await client.withDeadline(Date.now() + deadlineMs, () =>
      client.workflow.executeUpdateWithStart(submitUpdate, { args: [command], updateId: command.id, startWorkflowOperation: start }),
    );
    return { kind: 'queued' };
  } catch (error) {
    return handoverOf(error);
  }
}
