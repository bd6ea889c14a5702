import { ActivityFailure, condition, continueAsNew, log, patched, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import { taskQueues } from '../task-queues';
import type { MailDeskActivities } from './mail-desk.activities';
import { dueSignal } from './mail-desk.contract';
import type { MailDeskInput } from './mail-desk.contract';

/** Tried once: whatever failed, the desk looks again within a minute and the rows say what was done. */
const { deliverDue } = proxyActivities<MailDeskActivities>({
  taskQueue: taskQueues.mail,
  startToCloseTimeout: 90_000,
  heartbeatTimeout: 30_000,
  retry: { maximumAttempts: 1 },
});

const lookAgainMs = 60_000;
const smallestPauseMs = 1_000;
/** Runs from before 2026-11-23 paused between two batches that sent; the timer cost more than the pause. */
const pauseWhileSendingMs = 20;

/** The single sender of one shard of recipients: sleeps until the earliest mail is due or somebody pokes it, then sends a batch. Never ends. */
export async function mailDeskWorkflow({ shard, dueAt, rollAt: firstRollAt }: MailDeskInput): Promise<void> {
  let next = Math.min(dueAt ?? 0, Date.now() + lookAgainMs);
  let rollAt = firstRollAt ?? 600;
  setHandler(dueSignal, (poke: { atMs?: number } | undefined) => {
    next = Math.min(next, poke?.atMs ?? 0);
  });
  while (true) {
    if (workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > rollAt) {
      await continueAsNew<typeof mailDeskWorkflow>({ shard, dueAt: next, rollAt });
    }
    if (next > Date.now()) {
      const until = next;
      await condition(() => next < until, until - Date.now(), { summary: 'next mail' });
      continue;
    }
    next = Infinity; // Pokes that come from here on lower it again.
    const batch = await deliverOnce(shard, rollAt);
    rollAt = batch.rollAt;
    next = Math.min(next, batch.lookAt);
  }
}

/** More is due and mail is leaving: go on at once. A batch that sent nothing waits, so that a stuck row cannot fill the history. */
function pauseAfter(sent: boolean): number {
  if (!sent) return smallestPauseMs;
  return patched('2026-11-23-go-on-at-once') ? 0 : pauseWhileSendingMs;
}

async function deliverOnce(shard: string, rollAt: number): Promise<{ rollAt: number; lookAt: number }> {
  try {
    const batch = await deliverDue({ shard });
    const sent = batch.results.some(({ result }) => result === 'sent');
    const lookAt = Math.max(batch.nextDueAt ?? Infinity, Date.now() + pauseAfter(sent));
    return { rollAt: batch.rollAt, lookAt: Math.min(lookAt, Date.now() + lookAgainMs) };
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.error('a batch of mail failed');
    return { rollAt, lookAt: Date.now() + lookAgainMs };
  }
}
