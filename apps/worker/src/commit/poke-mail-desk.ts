import type { Client } from '@temporalio/client';
import { dueSignal, mailDeskIdOf, mailDeskWorkflowType, taskQueues, type MailDeskInput } from '@app/workflows';

/** Longer than this nobody waits for a courtesy: the desk looks for itself every minute. */
const pokeWithinMs = 2_000;

/** Tells a desk (and starts it, when it is gone) that mail may leave from a real instant on. A poke that fails does no harm. */
export async function pokeMailDesk(client: Client, shard: string, atMs: number): Promise<boolean> {
  try {
    await client.withDeadline(Date.now() + pokeWithinMs, () =>
      client.workflow.signalWithStart<(input: MailDeskInput) => Promise<void>, [{ atMs: number }]>(mailDeskWorkflowType, {
        workflowId: mailDeskIdOf(shard),
        taskQueue: taskQueues.project,
        args: [{ shard }],
        signal: dueSignal,
        signalArgs: [{ atMs }],
      }),
    );
    return true;
  } catch {
    return false;
  }
}
