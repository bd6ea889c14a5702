import { proxyActivities } from '@temporalio/workflow';
import type { ForeseeActivities } from './foresee.activities';
import type { ForeseeInput } from './foresee.contract';

/** Tried until it succeeds: a dry run that was asked for comes to its end, however often the worker or the database is away meanwhile. */
const { foreseeStep } = proxyActivities<ForeseeActivities>({
  startToCloseTimeout: 120_000,
  retry: { initialInterval: 1_000, maximumInterval: 30_000 },
});

/** A dry run over all live projects, batch by batch; it may be killed anywhere and goes on where it was. */
export async function foreseeWorkflow(input: ForeseeInput): Promise<void> {
  for (;;) {
    const { done } = await foreseeStep(input);
    if (done) return;
  }
}
