import type { DecideContext } from '../../shared/decision';
import type { Deadline } from '../../shared/deadline';
import type { SharedEvent } from '../../shared/deadline-events';
import { isSkipped, pauseOf } from '../../shared/interventions';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import type { PlanningCommand } from './planning.commands';
import { aimedAt, interventionOf, ladderStep, mailsOfStep, waitingSteps, type LadderOccurrence, type Setting } from './planning-guards';
import { decideChangeDeadline } from './change-deadline';
import { decideSnooze } from './snooze';
import { decideUndo } from './undo-intervention';

type Of<T extends PlanningCommand['type']> = Extract<PlanningCommand, { type: T }>;

/** Whether a step is what the clock does at a deadline's end. */
const isConsequence = (step: string): boolean => step.startsWith('end.');

function decideSkip(state: ProjectState, { payload }: Of<'SkipOccurrence'>, ctx: Setting): ProjectDecision {
  const { rule, object, step, series } = payload;
  if (isConsequence(step)) return refuse('CONSEQUENCE_STAYS', 'what the clock does is not skipped', { rule, object });
  const aimed = aimedAt(state, payload, 'skip', ctx);
  if (!aimed.ok) return aimed;
  const { deadline } = aimed;
  if (series !== deadline.series || ladderStep(state, deadline, step, ctx) === undefined)
    return refuse('UNKNOWN_OBJECT', 'this mail is not planned', { rule, object, step });
  if (isSkipped(deadline, step)) return refuse('ALREADY_DONE', 'it is skipped', { rule, object, step });
  const issued = deadline.done.includes(step);
  if (issued && mailsOfStep(ctx, step, series).waiting === 0) return refuse('MAIL_LEFT', 'it has left', { rule, object, step });
  const intervention = interventionOf({ kind: 'skipped', step, series, recalled: issued ? [step] : [] }, ctx);
  return happened({ type: 'OccurrenceSkipped', ladder: rule, object, step, intervention, at: ctx.now });
}

function issuedNow(deadline: Deadline, occurrence: Pick<LadderOccurrence, 'kind' | 'step' | 'level' | 'to'>, ctx: Setting): SharedEvent {
  const { ladder, object, series, owner, dueOn } = deadline;
  return {
    type: occurrence.kind === 'escalation' ? 'EscalationIssued' : 'ReminderIssued',
    key: `${ladder}/${object}/${occurrence.step}`,
    rule: ladder,
    object,
    step: occurrence.step,
    series,
    level: occurrence.level,
    to: occurrence.to,
    owner,
    dueOn,
    plannedAt: ctx.now,
    merged: [],
    atOnce: true,
  };
}

/** Why a planned step may not leave now; nothing when it may. */
function stepRefusal(deadline: Deadline, planned: LadderOccurrence, ctx: Setting): ReturnType<typeof refuse> | undefined {
  const { step } = planned;
  if (isSkipped(deadline, step)) return refuse('ALREADY_DONE', 'it is skipped', { step });
  if (planned.at >= deadline.endsAt && ctx.now < deadline.endsAt)
    return refuse('NOT_YET_LATE', 'nothing is late yet', { dueOn: deadline.dueOn });
  if (deadline.done.includes(step) && mailsOfStep(ctx, step, deadline.series).waiting === 0)
    return refuse('MAIL_LEFT', 'it has left', { step });
  return undefined;
}

function decideSendNow(state: ProjectState, { payload }: Of<'SendNow'>, ctx: Setting): ProjectDecision {
  const { rule, object } = payload;
  const aimed = aimedAt(state, payload, 'send-now', ctx);
  if (!aimed.ok) return aimed;
  return payload.step === undefined
    ? sendExtra(aimed.deadline, ctx)
    : sendStep(state, aimed.deadline, { rule, object, step: payload.step }, ctx);
}

function sendStep(
  state: ProjectState,
  deadline: Deadline,
  named: { rule: string; object: string; step: string },
  ctx: Setting,
): ProjectDecision {
  const { rule, object, step } = named;
  if (isConsequence(step)) return refuse('CONSEQUENCE_STAYS', 'what the clock does is not sent', { rule, object });
  const planned = ladderStep(state, deadline, step, ctx);
  if (planned === undefined) return refuse('UNKNOWN_OBJECT', 'this mail is not planned', named);
  const refusal = stepRefusal(deadline, planned, ctx);
  if (refusal !== undefined) return refusal;
  const recalled = deadline.done.includes(step) ? [step] : [];
  const intervention = interventionOf({ kind: 'sent-now', step, series: deadline.series, recalled }, ctx);
  return happened(
    { type: 'SentNow', ladder: rule, object, step, extra: false, intervention, at: ctx.now },
    issuedNow(deadline, planned, ctx),
  );
}

/** One reminder more to whoever owes it, at most one a day of the formal zone. */
function sendExtra(deadline: Deadline, ctx: Setting): ProjectDecision {
  const { ladder, object, series } = deadline;
  const step = `extra.${todayOf(ctx)}`;
  if (deadline.done.includes(step)) return refuse('REMINDED_TODAY', 'a reminder was sent today', { rule: ladder, object });
  const intervention = interventionOf({ kind: 'sent-now', step, series, recalled: [] }, ctx);
  return happened(
    { type: 'SentNow', ladder, object, step, extra: true, intervention, at: ctx.now },
    issuedNow(deadline, { kind: 'reminder', step, level: 'L0', to: ['owner'] }, ctx),
  );
}

function decidePause(state: ProjectState, { payload }: Of<'PauseSeries'>, ctx: Setting): ProjectDecision {
  const aimed = aimedAt(state, payload, 'pause', ctx);
  if (!aimed.ok) return aimed;
  const { deadline } = aimed;
  const intervention = interventionOf({ kind: 'paused', series: deadline.series, recalled: waitingSteps(deadline, ctx) }, ctx);
  return happened({ type: 'SeriesPaused', ladder: payload.rule, object: payload.object, intervention, at: ctx.now });
}

/** The reminders go on; of those that fell due meanwhile the newest of each level leaves (`wake` merges them). Possible on a stopped clock too. */
function decideResume(state: ProjectState, { payload }: Of<'ResumeSeries'>, ctx: Setting): ProjectDecision {
  const { rule, object } = payload;
  const deadline = state.deadlines.find((d) => d.ladder === rule && d.object === object);
  if (deadline === undefined) return refuse('UNKNOWN_OBJECT', 'there is no such open deadline', { rule, object });
  const ended = pauseOf(deadline);
  if (ended === undefined) return refuse('NOT_PAUSED', 'its reminders are not paused', { rule, object });
  const intervention = interventionOf({ kind: 'resumed', series: deadline.series, recalled: [], ended }, ctx);
  return happened({ type: 'SeriesResumed', ladder: rule, object, intervention, at: ctx.now });
}

/** Answers what the Secretariat asks of planned mails. Every one of these needs a person and a reason. */
export function decidePlanning(state: ProjectState, command: PlanningCommand, ctx: DecideContext): ProjectDecision {
  const { actor, reason } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock does not intervene');
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  const setting: Setting = { ...ctx, actor, reason };
  switch (command.type) {
    case 'SkipOccurrence':
      return decideSkip(state, command, setting);
    case 'SendNow':
      return decideSendNow(state, command, setting);
    case 'Snooze':
      return decideSnooze(state, command, setting);
    case 'ChangeDeadline':
      return decideChangeDeadline(state, command, setting);
    case 'PauseSeries':
      return decidePause(state, command, setting);
    case 'ResumeSeries':
      return decideResume(state, command, setting);
    case 'UndoIntervention':
      return decideUndo(state, command, setting);
  }
}
