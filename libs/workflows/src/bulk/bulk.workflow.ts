import { condition, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { BulkActivities } from './bulk.activities';
import { bulkLookSignal, type BulkInput } from './bulk.contract';

/** Repeated until it ends: the rows say how far it came, so a worker that dies in the middle costs nothing but the time until it is missed. */
const { advanceBulk } = proxyActivities<BulkActivities>({
  startToCloseTimeout: 120_000,
  heartbeatTimeout: 10_000,
  retry: { initialInterval: 500, backoffCoefficient: 2, maximumInterval: 15_000 },
});

/** Some hundred rows: a list of ten thousand does not grow one history. */
const stepsPerRun = 5;
const longestWaitMs = 3_600_000;

/** Acts on a frozen list, a step after the other, until the rows say that it has ended. */
export async function bulkWorkflow({ runId }: BulkInput): Promise<void> {
  let woken = false;
  setHandler(bulkLookSignal, () => {
    woken = true;
  });
  for (let step = 0; step < stepsPerRun; step += 1) {
    woken = false;
    const { next, afterMs } = await advanceBulk({ runId });
    if (next === 'end') return;
    if (next === 'wait') await condition(() => woken, afterMs ?? longestWaitMs);
  }
  await continueAsNew<typeof bulkWorkflow>({ runId });
}
