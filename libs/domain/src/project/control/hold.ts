import { resumeDue, unitsLeftOf } from '../../calendar/deadline';
import { formalZone, localDateOf } from '../../calendar/zone';
import { secretariatSet } from '../../shared/calendar-sets';
import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import { closeDeadline, setDeadline } from '../../shared/make-deadline';
import { movedTo } from '../../shared/moved-deadline';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import type { TextRef } from '../../shared/branded-ids';

/** What a hold is made for. */
export interface HoldReason {
  kind: 'hold' | 'suspension';
  reasonCode: string;
  text?: TextRef;
  automatic: boolean;
}

/** The review of a hold: every 30 days, of a suspension every 90 (`hold.*`). */
function reviewDeadline(state: ProjectState, kind: HoldReason['kind'], ctx: DecideContext): ProjectEvent {
  const [period, policyKey] =
    kind === 'hold' ? [ctx.policy.hold.holdReview, 'hold.holdReview'] : [ctx.policy.hold.suspensionReview, 'hold.suspensionReview'];
  return setDeadline(
    {
      ladder: 'holdReview',
      object: '-',
      period,
      set: secretariatSet(ctx.policy),
      policyKey,
      owner: { role: 'CO', ...(state.officerId === undefined ? {} : { personId: state.officerId }) },
      country: 'CN',
      runsOnHold: true,
    },
    state,
    ctx,
  );
}

/** Freezes one deadline: the units of its period that are left are kept; the hold date counts as used. */
function freeze(deadline: Deadline, heldOn: string, ctx: DecideContext): Deadline {
  return { ...deadline, frozen: { unitsLeft: unitsLeftOf(deadline.because, heldOn, ctx.calendars), heldOn } };
}

/** Events that stop the project's clocks; remaining time is kept. Deadlines that run on (legal dates, reports, reviews) are left alone. */
export function holdEvents(state: ProjectState, reason: HoldReason, ctx: DecideContext): ProjectEvent[] {
  const heldOn = localDateOf(ctx.now, formalZone);
  const frozen = state.deadlines.filter((d) => d.runsOnHold !== true && d.frozen === undefined).map((d) => freeze(d, heldOn, ctx));
  const held: ProjectEvent = {
    type: 'ProjectHeld',
    kind: reason.kind,
    reasonCode: reason.reasonCode,
    ...(reason.text === undefined ? {} : { text: reason.text }),
    heldOn,
    automatic: reason.automatic,
    frozen,
    at: ctx.now,
  };
  return [held, reviewDeadline(state, reason.kind, ctx)];
}

/** A frozen deadline set going again: the resume date does not count; a new series, its consequences move by the same days. None where nothing was frozen. */
function thaw(state: ProjectState, deadline: Deadline, resumedOn: string, ctx: DecideContext): Deadline[] {
  const { frozen, ...rest } = deadline;
  if (frozen === undefined) return [];
  const because = resumeDue(resumedOn, deadline.because.period, frozen.unitsLeft, {
    set: deadline.because.set,
    roll: 'next',
    calendars: ctx.calendars,
  });
  return [movedTo(state, rest, because, ctx.now)];
}

/** Events that set the project's clocks going again. */
export function resumeEvents(state: ProjectState, ctx: DecideContext): ProjectEvent[] {
  const resumedOn = localDateOf(ctx.now, formalZone);
  const moved = state.deadlines.flatMap((d) => thaw(state, d, resumedOn, ctx));
  return [{ type: 'ProjectResumed', resumedOn, moved, at: ctx.now }, ...closeDeadline(state, 'holdReview', '-', 'met')];
}
