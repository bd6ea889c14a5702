import { dueAfter, fixedDue } from '../calendar/deadline';
import { endOfDay, formalZone } from '../calendar/zone';
import type { Policy } from '../policy/policy';
import type { DecideContext } from './decision';
import type { Deadline } from './deadline';
import type { SharedEvent } from './deadline-events';
import { nextSeries, type HasDeadlines } from './make-deadline';
import { epochMs, later } from './local-date';

function recomputed(entity: HasDeadlines, deadline: Deadline, ctx: Pick<DecideContext, 'calendars' | 'now'>): Deadline | undefined {
  const { period, set, startOn, dueOn, rolledFrom } = deadline.because;
  const options = { set, roll: 'next' as const, calendars: ctx.calendars };
  const because = period === 'fixed' ? fixedDue(rolledFrom ?? dueOn, options) : dueAfter(startOn, period, options);
  // A date already told to somebody never becomes shorter.
  if (because.dueOn <= deadline.dueOn) return undefined;
  const hourMs = epochMs(deadline.endsAt) - epochMs(endOfDay(deadline.dueOn, formalZone));
  const endsAt = later(endOfDay(because.dueOn, formalZone), hourMs);
  const movedMs = epochMs(endsAt) - epochMs(deadline.endsAt);
  return {
    ...deadline,
    series: nextSeries(entity, deadline),
    setAt: ctx.now,
    because,
    dueOn: because.dueOn,
    endsAt,
    consequences: deadline.consequences.map((c) => ({ ...c, at: later(c.at, movedMs) })),
    done: [],
  };
}

const neverRolling: ReadonlySet<Deadline['ladder']> = new Set(['clock', 'draft', 'defence', 'expiry']);

function staysPut({ frozen, ladder }: Deadline, { report }: Policy): boolean {
  return frozen !== undefined || neverRolling.has(ladder) || (ladder === 'report' && report.roll === 'none');
}

/**
 * After a change of calendars: open deadlines that now end later move, as a new series; none moves earlier (`time.neverShortenTold`).
 * Deadlines that do not roll (call instants, effect and expiry of an MoU, reports where the policy says so) stay where they are.
 */
export function recomputeDeadlines(entity: HasDeadlines, ctx: Pick<DecideContext, 'calendars' | 'now' | 'policy'>): SharedEvent[] {
  return entity.deadlines.flatMap((d): SharedEvent[] => {
    const moved = staysPut(d, ctx.policy) ? undefined : recomputed(entity, d, ctx);
    return moved === undefined ? [] : [{ type: 'DeadlineMoved', deadline: moved, from: d.dueOn }];
  });
}
