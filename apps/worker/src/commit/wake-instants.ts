import { epochMs, instantOf, virtualAt, type Clock, type Instant, type Occurrence } from '@app/domain';

/** How far a planned instant may be ahead of the database's clock and still count: clocks of two machines differ. */
const aheadMs = 120_000;

/**
 * Until when a wake-up lets the clock act, in the entity's own time: now, or the planned instant where that is at most two minutes ahead on the wall.
 * In a room the room's time counts alone.
 * @param plannedMs the wake-up's instant, real epoch milliseconds
 */
export function wakeLimit(clock: Clock, plannedMs: number | undefined, dbNow: Instant, roomNow?: Instant): Instant {
  if (clock.kind === 'conducted') return virtualAt(clock, dbNow, roomNow);
  const now = epochMs(dbNow);
  const counted = Math.max(now, Math.min(plannedMs ?? now, now + aheadMs));
  return virtualAt(clock, instantOf(counted));
}

/**
 * The instant at which the clock's next step counts, or nothing when none is due by `limit`. A consequence counts at its own instant, so dates that
 * follow from it do not depend on when the worker ran. Reminders that fell due before the next consequence meanwhile are taken together, so that
 * they can be merged.
 */
export function nextStepInstant(plan: Occurrence[], limit: Instant): Instant | undefined {
  const due = plan.filter((occurrence) => occurrence.at <= limit);
  const first = due[0];
  if (first === undefined || first.kind === 'consequence') return first?.at;
  const consequence = due.findIndex((occurrence) => occurrence.kind === 'consequence');
  const together = consequence === -1 ? due : due.slice(0, consequence);
  return together.at(-1)?.at;
}
