import type { Client } from '@temporalio/client';
import { rehearsalIdOf, rehearsalWorkflowType, taskQueues, type RehearsalInput } from '@app/workflows';

const startWithinMs = 3_000;

/** Has moves of rehearsals played by a worker. */
export class RehearsalStarter {
  constructor(private readonly client: Client) {}

  /** Starts a move; one that was started before is left as it is. False when the engine is away: the sweep starts it then, or whoever asks again. */
  async start(moveId: string): Promise<boolean> {
    try {
      await this.client.withDeadline(Date.now() + startWithinMs, () =>
        this.client.workflow.start<(input: RehearsalInput) => Promise<void>>(rehearsalWorkflowType, {
          workflowId: rehearsalIdOf(moveId),
          taskQueue: taskQueues.project,
          args: [{ moveId }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      );
      return true;
    } catch {
      return false;
    }
  }
}
