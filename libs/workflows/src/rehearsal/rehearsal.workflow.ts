import { proxyActivities } from '@temporalio/workflow';
import type { RehearsalActivities } from './rehearsal.activities';
import type { RehearsalInput } from './rehearsal.contract';

/** Tried until it succeeds: a move that was asked for comes to its end, however often the worker or the database is away meanwhile. */
const { rehearseStep } = proxyActivities<RehearsalActivities>({
  startToCloseTimeout: 30_000,
  retry: { initialInterval: 500, maximumInterval: 15_000 },
});

/** A move of a rehearsal, stretch by stretch; it may be killed anywhere and goes on where it was. */
export async function rehearsalWorkflow(input: RehearsalInput): Promise<void> {
  for (;;) {
    const { done } = await rehearseStep(input);
    if (done) return;
  }
}
