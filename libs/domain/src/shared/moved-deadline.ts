import type { DateArithmetic } from '../calendar/deadline';
import { endOfDay, formalZone } from '../calendar/zone';
import type { Deadline } from './deadline';
import { epochMs, later, type Instant } from './local-date';
import { nextSeries, type HasDeadlines } from './make-deadline';

/** The deadline on another date: a new series; what the clock does at its end, and has not done, moves by the same time. */
export function movedTo(entity: Pick<HasDeadlines, 'series'>, deadline: Deadline, because: DateArithmetic, now: Instant): Deadline {
  const hourMs = epochMs(deadline.endsAt) - epochMs(endOfDay(deadline.dueOn, formalZone));
  const endsAt = later(endOfDay(because.dueOn, formalZone), hourMs);
  const movedMs = epochMs(endsAt) - epochMs(deadline.endsAt);
  return {
    ...deadline,
    series: nextSeries(entity, deadline),
    setAt: now,
    because,
    dueOn: because.dueOn,
    endsAt,
    consequences: deadline.consequences
      .filter((c) => !deadline.done.includes(`end.${c.code}`))
      .map((c) => ({ ...c, at: later(c.at, movedMs) })),
    done: [],
  };
}
