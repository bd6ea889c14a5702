import { dueAfter, fixedDue } from '../calendar/deadline';
import type { Policy } from '../policy/policy';
import type { DecideContext } from './decision';
import type { Deadline } from './deadline';
import type { SharedEvent } from './deadline-events';
import type { HasDeadlines } from './make-deadline';
import { movedTo } from './moved-deadline';

function recomputed(entity: HasDeadlines, deadline: Deadline, ctx: Pick<DecideContext, 'calendars' | 'now'>): Deadline | undefined {
  const { period, set, startOn, dueOn, rolledFrom } = deadline.because;
  const options = { set, roll: 'next' as const, calendars: ctx.calendars };
  const because = period === 'fixed' ? fixedDue(rolledFrom ?? dueOn, options) : dueAfter(startOn, period, options);
  // A date already told to somebody never becomes shorter.
  if (because.dueOn <= deadline.dueOn) return undefined;
  return movedTo(entity, deadline, because, ctx.now);
}

const neverRolling: ReadonlySet<Deadline['ladder']> = new Set(['clock', 'draft', 'defence', 'expiry']);

function staysPut({ frozen, ladder }: Deadline, { report }: Policy): boolean {
  return frozen !== undefined || neverRolling.has(ladder) || (ladder === 'report' && report.roll === 'none');
}

/**
 * After a change of calendars: open deadlines that now end later move, as a new series; none moves earlier (`time.neverShortenTold`).
 * What the clock has done at a deadline's end it never does again, also when the date moves after it; what it has not done moves with the date.
 * Deadlines that do not roll (call instants, effect and expiry of an MoU, reports where the policy says so) stay where they are.
 */
export function recomputeDeadlines(entity: HasDeadlines, ctx: Pick<DecideContext, 'calendars' | 'now' | 'policy'>): SharedEvent[] {
  return entity.deadlines.flatMap((d): SharedEvent[] => {
    const moved = staysPut(d, ctx.policy) ? undefined : recomputed(entity, d, ctx);
    return moved === undefined ? [] : [{ type: 'DeadlineMoved', deadline: moved, from: d.dueOn }];
  });
}
