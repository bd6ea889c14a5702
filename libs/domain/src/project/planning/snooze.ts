import { dueAfter } from '../../calendar/deadline';
import { parsePeriod } from '../../calendar/arithmetic';
import type { Deadline } from '../../shared/deadline';
import { interventionsIn, withInterventions } from '../../shared/interventions';
import { movedTo } from '../../shared/moved-deadline';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { PlanningCommand } from './planning.commands';
import { aimedAt, asItWas, interventionOf, waitingSteps, type Setting } from './planning-guards';

/** Working days by which a deadline was moved so far, over all its series. */
function snoozedDays(deadline: Deadline): number {
  return interventionsIn(deadline).reduce((sum, one) => sum + (one.kind === 'snoozed' ? one.workingDays : 0), 0);
}

/** An officer gives one deadline some more working days: at most `change.snoozeMax` in all, and only before it is over. */
export function decideSnooze(
  state: ProjectState,
  { payload }: Extract<PlanningCommand, { type: 'Snooze' }>,
  ctx: Setting,
): ProjectDecision {
  const aimed = aimedAt(state, payload, 'snooze', ctx);
  if (!aimed.ok) return aimed;
  const { deadline } = aimed;
  if (ctx.now >= deadline.endsAt) return refuse('DEADLINE_OVER', 'it is over already', { dueOn: deadline.dueOn });
  const left = parsePeriod(ctx.policy.change.snoozeMax).count - snoozedDays(deadline);
  if (payload.workingDays > left) return refuse('EXTENSION_LIMIT', `${left} working days are left`, { left, asked: payload.workingDays });
  const because = dueAfter(deadline.dueOn, `${payload.workingDays}wd`, {
    set: deadline.because.set,
    roll: 'next',
    calendars: ctx.calendars,
  });
  const after = movedTo(state, deadline, because, ctx.now);
  const recalled = waitingSteps(deadline, ctx);
  const before = asItWas(deadline, recalled);
  const { workingDays } = payload;
  const intervention = interventionOf({ kind: 'snoozed', series: after.series, recalled, workingDays, before }, ctx);
  return happened({
    type: 'DeadlineSnoozed',
    ladder: payload.rule,
    object: payload.object,
    intervention,
    deadline: withInterventions(after, [...interventionsIn(deadline), intervention]),
    from: deadline.dueOn,
    workingDays,
    at: ctx.now,
  });
}
