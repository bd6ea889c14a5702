import { proxyActivities } from '@temporalio/workflow';
import type { ProofActivities } from './proof.activities';
import type { ProofInput } from './proof.contract';

/** Tried until it succeeds: a check that was asked for comes to its end, however often the worker or the database is away meanwhile. */
const { proveStep } = proxyActivities<ProofActivities>({
  startToCloseTimeout: 120_000,
  retry: { initialInterval: 1_000, maximumInterval: 30_000 },
});

/** A check of the ledger, batch by batch; it may be killed anywhere and goes on where it was. */
export async function proofWorkflow(input: ProofInput): Promise<void> {
  for (;;) {
    const { done } = await proveStep(input);
    if (done) return;
  }
}
