import { proxyActivities } from '@temporalio/workflow';
import type { EntityActivities } from './entity.activities';

/** Retried for ever: PostgreSQL comes back, a newer worker comes; what can never pass the activity itself ends as non-retryable. */
export const { commit, storeFailure } = proxyActivities<Pick<EntityActivities, 'commit' | 'storeFailure'>>({
  startToCloseTimeout: 10_000,
  retry: { initialInterval: 200, backoffCoefficient: 2, maximumInterval: 15_000 },
});

/** Three tries, then left: the rows stay undispatched and the sweep finds them, so that an unreachable receiver holds up nobody. */
export const { dispatch } = proxyActivities<Pick<EntityActivities, 'dispatch'>>({
  startToCloseTimeout: 60_000,
  heartbeatTimeout: 20_000,
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumAttempts: 3 },
});
