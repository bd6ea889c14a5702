import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { ConductorActivities } from './conductor.activities';
import type { ConductorInput, ConductorResult } from './conductor.contract';

/** Repeated until it succeeds: the room's own time says where to go on. Long, with heartbeats, since one call plays many steps. */
const { conductStep } = proxyActivities<ConductorActivities>({
  startToCloseTimeout: 120_000,
  heartbeatTimeout: 30_000,
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: 10_000 },
});

/** Plays a rehearsal room until its time is `until` or nothing is planned. Its result counts the steps of this run. */
export async function conductorWorkflow(input: ConductorInput): Promise<ConductorResult> {
  let steps = 0;
  while (true) {
    const played = await conductStep(input);
    steps += played.steps;
    if (played.finished) return { ...played, steps };
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof conductorWorkflow>(input);
  }
}
