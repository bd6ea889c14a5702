import { dueAfter, resumeDue } from '../calendar/deadline';
import { formalZone, localDateOf } from '../calendar/zone';
import type { Deadline } from './deadline';
import type { DecideContext } from './decision';
import type { HasDeadlines } from './make-deadline';
import { movedTo } from './moved-deadline';

/**
 * A deadline of work that is taken up again: a period has its whole time from today, a fixed date whose clock stood still has what was left of it, other
 * fixed dates and those of law stay. Each is a new series, so nothing counts as told.
 */
export function runAnew(entity: Pick<HasDeadlines, 'series'>, deadline: Deadline, ctx: DecideContext): Deadline {
  const { frozen, ...rest } = deadline;
  const { because } = rest;
  if (rest.runsOnHold === true) return movedTo(entity, rest, because, ctx.now);
  const options = { set: because.set, roll: 'next' as const, calendars: ctx.calendars };
  const today = localDateOf(ctx.now, formalZone);
  if (because.period !== 'fixed') return movedTo(entity, { ...rest, done: [] }, dueAfter(today, because.period, options), ctx.now);
  return movedTo(entity, rest, frozen === undefined ? because : resumeDue(today, 'fixed', frozen.unitsLeft, options), ctx.now);
}
