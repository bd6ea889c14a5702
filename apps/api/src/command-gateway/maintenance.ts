import { randomUUID } from 'node:crypto';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { maintenanceIdOf, maintenanceWorkflowType, taskQueues } from '@app/workflows';
import type { EntityRef, Inspection, MaintenanceInput } from '@app/workflows';

type MaintenanceWorkflow = (input: MaintenanceInput) => Promise<Inspection | undefined>;

const startWithinMs = 5_000;
const inspectWithinMs = 20_000;

/** Has the worker carry out an administrator's work, and look at entities for him. */
export class Maintenance {
  constructor(private readonly client: Client) {}

  /** Starts the work once, however often it is asked. False when the engine cannot be reached: the sweep starts it later. */
  async start(input: MaintenanceInput): Promise<boolean> {
    // A look is taken again whenever one asks; what has a row is carried out once.
    const workflowIdReusePolicy = input.task === 'look' ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE';
    try {
      await this.client.withDeadline(Date.now() + startWithinMs, () =>
        this.client.workflow.start<MaintenanceWorkflow>(maintenanceWorkflowType, {
          workflowId: maintenanceIdOf(input),
          taskQueue: taskQueues.project,
          args: [input],
          workflowIdReusePolicy,
        }),
      );
      return true;
    } catch (error) {
      return error instanceof WorkflowExecutionAlreadyStartedError;
    }
  }

  /** How an entity stands now, as engine and ledger see it; nothing when no worker answers in time or the ledger does not know it. */
  async inspect(entity: EntityRef): Promise<Inspection | undefined> {
    const input: MaintenanceInput = { task: 'inspect', id: randomUUID(), entity };
    try {
      return await this.client.withDeadline(Date.now() + inspectWithinMs, () =>
        this.client.workflow.execute<MaintenanceWorkflow>(maintenanceWorkflowType, {
          workflowId: maintenanceIdOf(input),
          taskQueue: taskQueues.project,
          args: [input],
          workflowExecutionTimeout: inspectWithinMs,
        }),
      );
    } catch {
      return undefined;
    }
  }
}
