import { dueAfter } from '../../calendar/deadline';
import { endOfDay, formalZone, localDateOf } from '../../calendar/zone';
import { secretariatSet } from '../../shared/calendar-sets';
import type { DecideContext } from '../../shared/decision';
import { propose } from '../../shared/four-eyes';
import type { Instant } from '../../shared/local-date';
import { closeDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { runAnew } from '../../shared/run-anew';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState, Superseded } from '../project.state';
import type { ControlCommand } from './control.commands';

/** A rewind with all that its undoing needs; those from before it was kept cannot be undone. */
type Undoable = Superseded & Required<Pick<Superseded, 'stage' | 'opened' | 'ended'>>;

function isUndoable(one: Superseded | undefined): one is Undoable {
  return one?.stage !== undefined && one.opened !== undefined && one.ended !== undefined;
}

/** The last instant at which a rewind can be undone (`admin.undoWithin`). */
function undoUntil({ at }: Superseded, ctx: DecideContext): Instant {
  const { undoWithin } = ctx.policy.admin;
  const options = { set: secretariatSet(ctx.policy), roll: 'none' as const, calendars: ctx.calendars };
  return endOfDay(dueAfter(localDateOf(at, formalZone), undoWithin, options).dueOn, formalZone);
}

/** Whether nothing was done in the step since: each part is as the rewind has left it. */
function untouched(state: ProjectState, { to, opened }: Undoable): boolean {
  const parts = Object.keys(opened) as (keyof Undoable['opened'])[];
  return state.subState === to && parts.every((part) => JSON.stringify(state[part]) === JSON.stringify(opened[part]));
}

/** The rewind that could be undone: the last one, while nobody has gone on from it. The rule decides again when it is asked. */
export function undoableRewind(state: ProjectState): Superseded | undefined {
  const last = state.superseded?.at(-1);
  return isUndoable(last) && untouched(state, last) ? last : undefined;
}

/**
 * Takes a rewind back, as the Secretariat's head with a second person: the project stands where it stood, with the work that was put aside; its deadlines run
 * anew. Only while nobody has gone on from the earlier step, and within the time of `admin.undoWithin`.
 */
export function decideUndoRewind(
  state: ProjectState,
  command: Extract<ControlCommand, { type: 'UndoRewind' }>,
  ctx: DecideContext,
  confirmed: boolean,
): ProjectDecision {
  const { actor, reason, now: at } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock takes nothing back');
  const last = state.superseded?.at(-1);
  if (!isUndoable(last)) return refuse('UNKNOWN_OBJECT', 'there is no step back to undo');
  if (!untouched(state, last)) return refuse('UNDO_BLOCKED', 'somebody has gone on from there', { why: 'later-act' });
  const until = undoUntil(last, ctx);
  if (at >= until) return refuse('UNDO_TIME_OVER', 'the time to undo is over', { undoUntil: until });
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  if (!confirmed) return propose<ProjectEvent>(state, command, ctx);
  const opened = state.deadlines.filter((one) => one.setAt === last.at);
  return happened(...opened.flatMap((one) => closeDeadline(state, one.ladder, one.object, 'withdrawn')), {
    type: 'RewindUndone',
    stage: last.stage,
    from: last.to,
    to: last.from,
    work: last.work,
    deadlines: last.ended.map((one) => runAnew(state, one, ctx)),
    by: actor.personId,
    reason,
    at,
  });
}
