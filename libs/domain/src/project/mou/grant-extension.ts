import { dueAfter, fixedDue } from '../../calendar/deadline';
import { addDays, parseLocalDate } from '../../calendar/local-dates';
import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import type { LocalDate } from '../../shared/local-date';
import { findDeadline } from '../../shared/make-deadline';
import { movedTo } from '../../shared/moved-deadline';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { Mou, ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import type { MouCommand } from './mou.commands';

/** The time to sign, while it can be extended: not all have signed. */
function signingPeriodOf(state: ProjectState): Deadline | undefined {
  return state.stage === 'mou' ? findDeadline(state, 'clock', 'signing-period') : undefined;
}

/** Whether there is a time to sign that an extension could move; the rule counts when it is asked. */
export function canExtend(state: ProjectState): boolean {
  return signingPeriodOf(state) !== undefined;
}

function refusalOf(granted: number, period: Deadline, until: LocalDate, ctx: DecideContext): ReturnType<typeof refuse> | undefined {
  const { times, max } = ctx.policy.mou.extension;
  if (granted >= times) return refuse('EXTENSION_LIMIT', 'it was extended as often as the policy allows', { times, granted });
  const latest = dueAfter(period.dueOn, max, { set: period.because.set, roll: 'none', calendars: ctx.calendars }).dueOn;
  if (until > latest) return refuse('EXTENSION_LIMIT', `at most ${max} more`, { max, latest });
  const from = period.dueOn > todayOf(ctx) ? period.dueOn : todayOf(ctx);
  if (until <= from) return refuse('DATE_IN_PAST', 'an extension ends later', { date: until, earliest: addDays(from, 1) });
  return undefined;
}

/**
 * The head gives the parties more time to sign the MoU, within `mou.extension`: so many times, at most so long. An open decision on the lapse is answered
 * by it; every open date of the signing moves, as new series.
 */
export function decideExtension(
  state: ProjectState,
  mou: Mou,
  { payload }: Extract<MouCommand, { type: 'GrantExtension' }>,
  ctx: DecideContext,
): ProjectDecision {
  const { actor, reason, now: at } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock extends nothing');
  const parsed = parseLocalDate(payload.until);
  if (!parsed.ok) return parsed;
  const period = signingPeriodOf(state);
  if (period === undefined) return refuse('WRONG_STAGE', 'no time to sign is running', { stage: state.stage, subState: state.subState });
  const refusal = refusalOf(mou.extensions ?? 0, period, payload.until, ctx);
  if (refusal !== undefined) return refusal;
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  const longer = (one: Deadline): Deadline => {
    const because = fixedDue(payload.until, { set: one.because.set, roll: 'next', calendars: ctx.calendars });
    return movedTo(state, { ...one, done: [] }, because, at);
  };
  const deadlines = [period, ...state.deadlines.filter((one) => one.ladder === 'signature')].map(longer);
  return happened({ type: 'MouPeriodExtended', from: period.dueOn, until: payload.until, deadlines, by: actor.personId, reason, at });
}
