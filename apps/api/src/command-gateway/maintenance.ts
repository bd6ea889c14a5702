import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { maintenanceIdOf, maintenanceWorkflowType, taskQueues, type MaintenanceInput } from '@app/workflows';

const startWithinMs = 5_000;

/** Has the worker carry out an administrator's work. */
export class Maintenance {
  constructor(private readonly client: Client) {}

  /** Starts the work once, however often it is asked. False when the engine cannot be reached: the sweep starts it later. */
  async start(input: MaintenanceInput): Promise<boolean> {
    try {
      await this.client.withDeadline(Date.now() + startWithinMs, () =>
        this.client.workflow.start<(input: MaintenanceInput) => Promise<void>>(maintenanceWorkflowType, {
          workflowId: maintenanceIdOf(input),
          taskQueue: taskQueues.project,
          args: [input],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
      return true;
    } catch (error) {
      return error instanceof WorkflowExecutionAlreadyStartedError;
    }
  }
}
