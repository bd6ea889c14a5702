import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { dueSignal, mailDeskIdOf, mailDeskWorkflowType, taskQueues, type MailDeskInput } from '@app/workflows';

/** Longer than this nobody waits for a courtesy: the desk looks for itself every minute. */
const pokeWithinMs = 2_000;

/** After a poke the next one waits so long: under load one tells of many mails, and one that stands alone leaves at once. */
const pauseMs = 100;

/**
 * Tells a desk from which real instant on (epoch milliseconds) mail may leave, best effort and without making anybody wait: pokes that come shortly
 * after one another become one, for the earliest instant.
 */
export function pokerOf(poke: (atMs: number) => Promise<unknown>): (atMs: number) => void {
  let waiting: number | undefined;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (waiting !== undefined) {
      const atMs = waiting;
      waiting = undefined;
      await poke(atMs);
      await delay(pauseMs, undefined, { ref: false });
    }
    running = false;
  };
  return (atMs) => {
    waiting = Math.min(waiting ?? atMs, atMs);
    if (!running) void run();
  };
}

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
