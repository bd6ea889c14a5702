import type { Client } from '@temporalio/client';
import { bulkIdOf, bulkLookSignal, bulkWorkflowType, taskQueues, type BulkInput } from '@app/workflows';

const startWithinMs = 3_000;

/** Has acts on many projects carried out by a worker. */
export class BulkStarter {
  constructor(private readonly client: Client) {}

  /** Starts a run, or lets one that waits look at its rows again. False when the engine is away: the sweep starts it then. */
  async look(runId: string): Promise<boolean> {
    try {
      await this.client.withDeadline(Date.now() + startWithinMs, () =>
        this.client.workflow.signalWithStart<(input: BulkInput) => Promise<void>, []>(bulkWorkflowType, {
          workflowId: bulkIdOf(runId),
          taskQueue: taskQueues.project,
          args: [{ runId }],
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          signal: bulkLookSignal,
          signalArgs: [],
        }),
      );
      return true;
    } catch {
      return false;
    }
  }
}
