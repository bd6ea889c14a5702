import { fixedDue } from '../../calendar/deadline';
import { parseLocalDate } from '../../calendar/local-dates';
import { interventionsIn, withInterventions } from '../../shared/interventions';
import { movedTo } from '../../shared/moved-deadline';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import type { PlanningCommand } from './planning.commands';
import { aimedAt, asItWas, interventionOf, mailsOfStep, waitingSteps, type Refusal, type Setting } from './planning-guards';
import type { Deadline } from '../../shared/deadline';

/** Whether somebody has read of this date: then it never comes sooner (`time.neverShortenTold`). */
function wasTold(deadline: Deadline, ctx: Setting): boolean {
  return deadline.done.some((step) => mailsOfStep(ctx, step, deadline.series).left > 0);
}

function dateRefusal(deadline: Deadline, dueOn: string, ctx: Setting): Refusal | undefined {
  const parsed = parseLocalDate(dueOn);
  if (!parsed.ok) return parsed;
  const today = todayOf(ctx);
  if (dueOn <= today) return refuse('DATE_IN_PAST', 'a deadline ends after today', { date: dueOn, earliest: today });
  if (dueOn === deadline.dueOn) return refuse('ALREADY_DONE', 'this is its date', { dueOn });
  if (dueOn < deadline.dueOn && ctx.policy.time.neverShortenTold && wasTold(deadline, ctx))
    return refuse('DATE_TOLD', 'somebody was told the later date', { dueOn: deadline.dueOn });
  return undefined;
}

/**
 * The Secretariat's head gives one deadline another date: its series is cancelled and planned anew, waiting mails of the old date are taken back. A day
 * off moves to the next working day. One that is over gets time again; what the clock did at its end stays. Dates of the competition, of law and of
 * letters stay where they are.
 */
export function decideChangeDeadline(
  state: ProjectState,
  { payload }: Extract<PlanningCommand, { type: 'ChangeDeadline' }>,
  ctx: Setting,
): ProjectDecision {
  const aimed = aimedAt(state, payload, 'change', ctx);
  if (!aimed.ok) return aimed;
  const { deadline } = aimed;
  const refusal = dateRefusal(deadline, payload.dueOn, ctx);
  if (refusal !== undefined) return refusal;
  const because = fixedDue(payload.dueOn, { set: deadline.because.set, roll: 'next', calendars: ctx.calendars });
  const after = movedTo(state, deadline, because, ctx.now);
  const recalled = waitingSteps(deadline, ctx);
  const intervention = interventionOf({ kind: 'changed', series: after.series, recalled, before: asItWas(deadline, recalled) }, ctx);
  return happened({
    type: 'DeadlineChanged',
    ladder: payload.rule,
    object: payload.object,
    intervention,
    deadline: withInterventions(after, [...interventionsIn(deadline), intervention]),
    from: deadline.dueOn,
    at: ctx.now,
  });
}
