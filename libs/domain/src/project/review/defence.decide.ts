import { addWorkingDays } from '../../calendar/working-days';
import { formalZone, localDateOf } from '../../calendar/zone';
import { validShare } from '../../policy/value-rules';
import type { DecideContext } from '../../shared/decision';
import { closeDeadline, setDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { competitionSet, happened, leadOf, notIn, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { ReviewCommand } from './review.commands';

type Of<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }>;

/** Sets the defence slot: with enough valid score sheets, at least `review.defence.notice` ahead. A new time moves it. */
export function decideScheduleDefence(state: ProjectState, command: Of<'ScheduleDefence'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, 'scoring', 'defence');
  if (refusal !== undefined) return refusal;
  const { at, minutes, place } = command.payload;
  const sheets = state.review.sheets.filter((s) => s.valid).length;
  if (sheets < ctx.policy.review.minValidScores)
    return refuse('TOO_FEW_SCORES', 'not enough score sheets are in', { sheets, least: ctx.policy.review.minValidScores });
  const days = Number.parseInt(ctx.policy.review.defence.notice, 10);
  const earliest = addWorkingDays(localDateOf(ctx.now, formalZone), days, competitionSet(ctx.policy), ctx.calendars).dueOn;
  const on = localDateOf(at, formalZone);
  if (on < earliest) return refuse('NOTICE_TOO_SHORT', 'the defence needs more notice', { earliest });
  const lead = leadOf(state);
  const slot = setDeadline(
    {
      ladder: 'defence',
      object: '-',
      fixedOn: on,
      endsAt: at,
      set: competitionSet(ctx.policy),
      roll: 'none',
      policyKey: 'review.defence.notice',
      owner: { role: 'AC', organizationId: lead.organizationId },
      country: lead.country,
    },
    state,
    ctx,
  );
  return happened({ type: 'DefenceScheduled', defenceAt: at, minutes, place, at: ctx.now }, slot);
}

/** Records a held defence with who was there: quorum of the invited experts and the chair who records it. */
export function decideRecordDefence(state: ProjectState, command: Of<'RecordDefence'>, ctx: DecideContext): ProjectDecision {
  const refusal = notIn(state, 'defence');
  if (refusal !== undefined) return refusal;
  const { heldOn, present, record } = command.payload;
  if (heldOn > localDateOf(ctx.now, formalZone)) return refuse('DATE_IN_FUTURE', 'the defence has not been held yet', { heldOn });
  const panel = state.review.assignments.filter((a) => a.state === 'done');
  const there = panel.filter((a) => present.includes(a.expertId));
  const { min, share } = ctx.policy.review.quorum;
  const { numerator, denominator } = validShare(share);
  if (there.length < min || there.length * denominator < panel.length * numerator)
    return refuse('NO_QUORUM', 'not enough experts were present', { present: there.length, invited: panel.length, least: min });
  return happened({ type: 'DefenceRecorded', heldOn, present, record, at: ctx.now }, ...closeDeadline(state, 'defence', '-', 'met'));
}
