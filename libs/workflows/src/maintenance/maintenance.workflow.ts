import { proxyActivities } from '@temporalio/workflow';
import type { MaintenanceActivities } from './maintenance.activities';
import type { Inspection, MaintenanceInput } from './maintenance.contract';

/**
 * Repeated until it ends: whoever asked waits for the row to say so, and a worker that dies in the middle must not leave it open. Long, since a check
 * replays thousands of runs; a dead worker is noticed by the missing heartbeat.
 */
const { checkReplay, repair, replanCalendars, lookForTrouble } = proxyActivities<MaintenanceActivities>({
  startToCloseTimeout: 3_600_000,
  heartbeatTimeout: 30_000,
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: 30_000 },
});

/** Tried once: somebody waits for the answer and asks again. */
const { inspect } = proxyActivities<MaintenanceActivities>({ startToCloseTimeout: 20_000, retry: { maximumAttempts: 1 } });

/** Carries out one piece of an administrator's work; its row holds progress and result. A look at one entity is its own result. */
export async function maintenanceWorkflow(input: MaintenanceInput): Promise<Inspection | undefined> {
  if (input.task === 'inspect') return inspect({ entity: input.entity });
  if (input.task === 'replay-check') await checkReplay({ id: input.id });
  else if (input.task === 'repair') await repair({ id: input.id });
  else if (input.task === 'calendars') await replanCalendars({ id: input.id });
  else await lookForTrouble({});
  return undefined;
}
