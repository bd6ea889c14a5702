import { proxyActivities } from '@temporalio/workflow';
import type { ReconcileActivities } from './reconcile.activities';
import type { SweepReport } from './reconcile.contract';

/** A few tries: the next sweep comes in a minute anyway. */
const { sweep } = proxyActivities<ReconcileActivities>({
  startToCloseTimeout: 300_000,
  heartbeatTimeout: 60_000,
  retry: { initialInterval: 5_000, maximumAttempts: 3 },
});

/** One round of the sweep, started by the Schedule. */
export async function sweepWorkflow(): Promise<SweepReport> {
  return sweep({});
}
