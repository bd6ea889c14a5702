import type { Client } from '@temporalio/client';
import { dueSignal, mailDeskIdOf, mailDeskWorkflowType, taskQueues, type MailDeskInput } from '@app/workflows';

const ringWithinMs = 2_000;
const shard = '0';

/** Tells the mail desk that mail may leave now. A courtesy: without it the desk looks for itself within a minute. */
export class MailDeskBell {
  constructor(private readonly client: Client) {}

  /** Rings and does not wait; an engine that is away does no harm. */
  ring(): void {
    void this.client
      .withDeadline(Date.now() + ringWithinMs, () =>
        this.client.workflow.signalWithStart<(input: MailDeskInput) => Promise<void>, [{ atMs: number }]>(mailDeskWorkflowType, {
          workflowId: mailDeskIdOf(shard),
          taskQueue: taskQueues.project,
          args: [{ shard }],
          signal: dueSignal,
          signalArgs: [{ atMs: 0 }],
        }),
      )
      .catch(() => undefined);
  }
}
