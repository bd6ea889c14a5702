import type { Deadline, Intervention } from '../../shared/deadline';
import { interventionsIn, isPaused, untouched, withInterventions } from '../../shared/interventions';
import type { Occurrence } from '../../shared/occurrence';
import { planDeadlines } from '../../shared/plan-deadlines';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { PlanningCommand } from './planning.commands';
import { mailsOfStep, waitingSteps, type Refusal, type Setting } from './planning-guards';

/** What a deadline is without an intervention, and which waiting mails that takes back. */
interface Inverse {
  ok: true;
  deadline: Deadline;
  recalled: string[];
}

type Kind = Intervention['kind'];
type Undo<K extends Kind> = (
  state: ProjectState,
  deadline: Deadline,
  done: Extract<Intervention, { kind: K }>,
  ctx: Setting,
) => Inverse | Refusal;

function blocked(why: string, message: string): Refusal {
  return refuse('UNDO_BLOCKED', message, { why });
}

function without(deadline: Deadline, gone: Intervention): Deadline {
  const rest = interventionsIn(deadline).filter((one) => one.interventionId !== gone.interventionId);
  return withInterventions(deadline, rest);
}

/** Whether a later step of the same level has gone out: then the earlier one has nothing more to say. */
function overtaken(state: ProjectState, deadline: Deadline, step: string, ctx: Setting): boolean {
  const steps = planDeadlines(state.id, [untouched(deadline)], ctx.policy, ctx.calendars);
  const own = steps.find((o) => o.step === step);
  const isLater = (o: Occurrence): boolean => own !== undefined && o.level === own.level && o.at > own.at;
  return steps.some((o) => isLater(o) && deadline.done.includes(o.step));
}

const undoSkip: Undo<'skipped' | 'sent-now'> = (state, deadline, done, ctx) => {
  if (done.series !== deadline.series) return blocked('moved', 'the date has moved since');
  if (overtaken(state, deadline, done.step, ctx)) return blocked('later-mail', 'a later reminder has gone out');
  return { ok: true, deadline: without(deadline, done), recalled: [] };
};

/** Only while the mail waits: what has left cannot be taken back. */
const undoSendNow: Undo<'skipped' | 'sent-now'> = (_state, deadline, done, ctx) => {
  if (done.series !== deadline.series) return blocked('moved', 'the date has moved since');
  const { step } = done;
  if (mailsOfStep(ctx, step, done.series).left > 0) return refuse('MAIL_LEFT', 'the mail has left and cannot be taken back', { step });
  const kept = deadline.done.filter((one) => one !== step);
  return { ok: true, deadline: { ...without(deadline, done), done: kept }, recalled: [step] };
};

/** Back to the earlier date, unless somebody was told the later one, something else hangs on it, or the earlier one would be over at a stroke. */
const undoMove: Undo<'snoozed' | 'changed'> = (_state, deadline, done, ctx) => {
  if (done.series !== deadline.series) return blocked('moved', 'the date has moved since');
  const others = interventionsIn(deadline).filter((one) => one.interventionId !== done.interventionId);
  if (others.some((one) => one.series === deadline.series)) return blocked('later-act', 'something was done to the new date since');
  if (deadline.done.some((step) => step.startsWith('end.') || mailsOfStep(ctx, step, deadline.series).left > 0))
    return blocked('told', 'somebody was told the new date');
  if (ctx.now >= done.before.endsAt) return blocked('over', 'the earlier date is over');
  return { ok: true, deadline: withInterventions(done.before, others), recalled: waitingSteps(deadline, ctx) };
};

/** Paused again, by the pause that was ended; what left meanwhile cannot be taken back. */
const undoResume: Undo<'resumed'> = (_state, deadline, done, ctx) => {
  if (isPaused(deadline)) return blocked('later-act', 'it is paused again already');
  const recalled = waitingSteps(deadline, ctx);
  const rest = without(deadline, done);
  const paused = withInterventions(rest, [...interventionsIn(rest), done.ended]);
  return { ok: true, deadline: { ...paused, done: paused.done.filter((step) => !recalled.includes(step)) }, recalled };
};

function inverseOf(state: ProjectState, deadline: Deadline, done: Intervention, ctx: Setting): Inverse | Refusal {
  switch (done.kind) {
    case 'skipped':
      return undoSkip(state, deadline, done, ctx);
    case 'sent-now':
      return undoSendNow(state, deadline, done, ctx);
    case 'snoozed':
    case 'changed':
      return undoMove(state, deadline, done, ctx);
    case 'paused':
      return { ok: true, deadline: without(deadline, done), recalled: [] };
    case 'resumed':
      return undoResume(state, deadline, done, ctx);
  }
}

/** Takes an intervention back within the time of `admin.undoWithin`, while nothing depends on it; otherwise says what cannot be taken back. */
export function decideUndo(
  state: ProjectState,
  { payload }: Extract<PlanningCommand, { type: 'UndoIntervention' }>,
  ctx: Setting,
): ProjectDecision {
  const { interventionId } = payload;
  const found = state.deadlines.flatMap((deadline) =>
    interventionsIn(deadline)
      .filter((one) => one.interventionId === interventionId)
      .map((done) => ({ deadline, done })),
  )[0];
  if (found === undefined) return refuse('UNKNOWN_OBJECT', 'there is nothing of it left to undo', { interventionId });
  const { deadline, done } = found;
  if (ctx.now >= done.undoUntil) return refuse('UNDO_TIME_OVER', 'the time to undo is over', { undoUntil: done.undoUntil });
  if (deadline.frozen !== undefined) return refuse('ON_HOLD', 'its clock is stopped', { rule: deadline.ladder, object: deadline.object });
  const inverse = inverseOf(state, deadline, done, ctx);
  if (!inverse.ok) return inverse;
  return happened({
    type: 'InterventionUndone',
    interventionId,
    kind: done.kind,
    ladder: deadline.ladder,
    object: deadline.object,
    series: deadline.series,
    recalled: inverse.recalled,
    deadline: inverse.deadline,
    by: ctx.actor.personId,
    reason: ctx.reason,
    at: ctx.now,
  });
}
