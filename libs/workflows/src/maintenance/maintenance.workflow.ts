import { proxyActivities } from '@temporalio/workflow';
import type { MaintenanceActivities } from './maintenance.activities';
import type { MaintenanceInput } from './maintenance.contract';

/**
 * Repeated until it ends: whoever asked waits for the row to say so, and a worker that dies in the middle must not leave it open. Long, since a check
 * replays thousands of runs; a dead worker is noticed by the missing heartbeat.
 */
const { checkReplay } = proxyActivities<MaintenanceActivities>({
  startToCloseTimeout: 3_600_000,
  heartbeatTimeout: 30_000,
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: 30_000 },
});

/** Carries out one piece of an administrator's work; its row holds progress and result. */
export async function maintenanceWorkflow(input: MaintenanceInput): Promise<void> {
  await checkReplay({ id: input.id });
}
