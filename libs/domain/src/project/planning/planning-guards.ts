import { endOfDay, formalZone } from '../../calendar/zone';
import { dueAfter } from '../../calendar/deadline';
import { secretariatSet } from '../../shared/calendar-sets';
import type { TextRef } from '../../shared/branded-ids';
import type { Deadline, Intervention } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import type { StepMails } from '../../shared/facts';
import { isPaused, untouched, withInterventions } from '../../shared/interventions';
import type { Occurrence } from '../../shared/occurrence';
import { planDeadlines } from '../../shared/plan-deadlines';
import { refuse, type Violation } from '../../shared/result';
import { todayOf } from '../real-dates';
import type { ProjectState } from '../project.state';
import { limitOn, type Touch } from './planning-limits';

/** A refusal as rules answer it. */
export type Refusal = { ok: false; violation: Violation };

/** A decision about planned mails: a person with a reason, which `decidePlanning` has made sure of. */
export type Setting = DecideContext & { actor: Extract<DecideContext['actor'], { kind: 'person' }>; reason: TextRef };

/** The open deadline that a command aims at, if the touch is allowed there now. */
export function aimedAt(
  state: ProjectState,
  { rule, object }: { rule: string; object: string },
  touch: Touch,
  ctx: Setting,
): { ok: true; deadline: Deadline } | Refusal {
  const deadline = state.deadlines.find((d) => d.ladder === rule && d.object === object);
  if (deadline === undefined) return refuse('UNKNOWN_OBJECT', 'there is no such open deadline', { rule, object });
  const limit = limitOn(touch, deadline, ctx.actor);
  if (limit !== undefined) return refuse(limit, `${touch} is not allowed on ${rule}`, { rule, object });
  if (deadline.frozen !== undefined) return refuse('ON_HOLD', 'its clock is stopped', { rule, object });
  if (touch !== 'snooze' && touch !== 'change' && isPaused(deadline))
    return refuse(touch === 'pause' ? 'ALREADY_DONE' : 'SERIES_PAUSED', 'its reminders are paused', { rule, object });
  return { ok: true, deadline };
}

/** An occurrence of a ladder, which has a level; what the clock does has none. */
export type LadderOccurrence = Occurrence & { level: NonNullable<Occurrence['level']> };

/** The ladder's own occurrence of a step, sent or not; nothing for a step the series does not have. Consequences are not steps. */
export function ladderStep(state: ProjectState, deadline: Deadline, step: string, ctx: DecideContext): LadderOccurrence | undefined {
  return planDeadlines(state.id, [untouched(deadline)], ctx.policy, ctx.calendars).find(
    (o): o is LadderOccurrence => o.step === step && o.level !== undefined,
  );
}

/** What became of an issued step's mails. */
export function mailsOfStep(ctx: DecideContext, step: string, series: number): Pick<StepMails, 'waiting' | 'left'> {
  return ctx.facts.stepMails?.find((one) => one.step === step && one.series === series) ?? { waiting: 0, left: 0 };
}

/** Issued steps of the present series whose mails still wait: these can be taken back. */
export function waitingSteps(deadline: Deadline, ctx: DecideContext): string[] {
  return deadline.done.filter((step) => mailsOfStep(ctx, step, deadline.series).waiting > 0);
}

type Made = 'interventionId' | 'by' | 'reason' | 'at' | 'undoUntil';
type WithoutMade<I> = I extends Intervention ? Omit<I, Made> : never;

/** What is kept of an intervention, with the last instant at which it can be undone (`admin.undoWithin`). */
export function interventionOf(part: WithoutMade<Intervention>, ctx: Setting): Intervention {
  const until = dueAfter(todayOf(ctx), ctx.policy.admin.undoWithin, {
    set: secretariatSet(ctx.policy),
    roll: 'none',
    calendars: ctx.calendars,
  });
  const { actor, reason, now, commandId } = ctx;
  return { ...part, interventionId: commandId, by: actor.personId, reason, at: now, undoUntil: endOfDay(until.dueOn, formalZone) };
}

/** What an undo brings back: the deadline before the move, with the steps whose mails were taken back still to be sent. */
export function asItWas(deadline: Deadline, recalled: string[]): Deadline {
  return withInterventions({ ...deadline, done: deadline.done.filter((step) => !recalled.includes(step)) }, []);
}
