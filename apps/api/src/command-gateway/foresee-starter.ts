import type { Client } from '@temporalio/client';
import { foreseeIdOf, foreseeWorkflowType, taskQueues, type ForeseeInput } from '@app/workflows';

const startWithinMs = 3_000;

/** Has dry runs over all live projects carried out by a worker. */
export class ForeseeStarter {
  constructor(private readonly client: Client) {}

  /** Starts a dry run; one that was started before is left as it is. False when the engine is away: asked for again under its key, it starts then. */
  async start(dryRunId: string): Promise<boolean> {
    try {
      await this.client.withDeadline(Date.now() + startWithinMs, () =>
        this.client.workflow.start<(input: ForeseeInput) => Promise<void>>(foreseeWorkflowType, {
          workflowId: foreseeIdOf(dryRunId),
          taskQueue: taskQueues.project,
          args: [{ dryRunId }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      );
      return true;
    } catch {
      return false;
    }
  }
}
