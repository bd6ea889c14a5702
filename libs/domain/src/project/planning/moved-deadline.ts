import type { DateArithmetic } from '../../calendar/deadline';
import { endOfDay, formalZone } from '../../calendar/zone';
import type { Deadline } from '../../shared/deadline';
import { withInterventions } from '../../shared/interventions';
import { epochMs, later } from '../../shared/local-date';
import { nextSeries } from '../../shared/make-deadline';
import type { ProjectState } from '../project.state';
import type { Setting } from './planning-guards';

/** The deadline on another date: a new series; what the clock does at its end, and has not done, moves by the same time. */
export function movedTo(state: ProjectState, deadline: Deadline, because: DateArithmetic, ctx: Setting): Deadline {
  const hourMs = epochMs(deadline.endsAt) - epochMs(endOfDay(deadline.dueOn, formalZone));
  const endsAt = later(endOfDay(because.dueOn, formalZone), hourMs);
  const movedMs = epochMs(endsAt) - epochMs(deadline.endsAt);
  return {
    ...deadline,
    series: nextSeries(state, deadline),
    setAt: ctx.now,
    because,
    dueOn: because.dueOn,
    endsAt,
    consequences: deadline.consequences
      .filter((c) => !deadline.done.includes(`end.${c.code}`))
      .map((c) => ({ ...c, at: later(c.at, movedMs) })),
    done: [],
  };
}

/** What an undo brings back: the deadline before the move, with the steps whose mails were taken back still to be sent. */
export function asItWas(deadline: Deadline, recalled: string[]): Deadline {
  return withInterventions({ ...deadline, done: deadline.done.filter((step) => !recalled.includes(step)) }, []);
}
