import type { Client } from '@temporalio/client';
import { proofIdOf, proofWorkflowType, taskQueues, type ProofInput } from '@app/workflows';

const startWithinMs = 3_000;

/** Has checks of the ledger carried out by a worker. */
export class ProofStarter {
  constructor(private readonly client: Client) {}

  /** Starts a check; one that was started before is left as it is. False when the engine is away: asked for again under its key, it starts then. */
  async start(checkId: string): Promise<boolean> {
    try {
      await this.client.withDeadline(Date.now() + startWithinMs, () =>
        this.client.workflow.start<(input: ProofInput) => Promise<void>>(proofWorkflowType, {
          workflowId: proofIdOf(checkId),
          taskQueue: taskQueues.project,
          args: [{ checkId }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      );
      return true;
    } catch {
      return false;
    }
  }
}
