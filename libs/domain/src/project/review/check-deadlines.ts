import type { Period } from '../../calendar/deadline';
import { endOfDay, formalZone, localDateOf } from '../../calendar/zone';
import { dueAfter } from '../../calendar/deadline';
import type { DecideContext } from '../../shared/decision';
import { setDeadline, type ConsequenceSpec } from '../../shared/make-deadline';
import { competitionSet, leadOf } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';

/** Silence of the office: deemed accepted after so many working days, when the policy says so (idea of licensing law art. 32). */
function deemedAcceptance(startOn: string, ctx: DecideContext): ConsequenceSpec[] {
  if (!ctx.policy.check.deemedAccepted) return [];
  const due = dueAfter(startOn, ctx.policy.check.deemedAcceptedAfter, {
    set: competitionSet(ctx.policy),
    roll: 'none',
    calendars: ctx.calendars,
  }).dueOn;
  return [{ code: 'deem-accepted', policyKey: 'check.deemedAcceptedAfter', at: endOfDay(due, formalZone) }];
}

/** The officer's clock for the formal check: 5 working days, all calendars of the Secretariat (licensing law art. 32). */
export function officerCheckDeadline(
  state: ProjectState,
  ctx: DecideContext,
  rule: { period: Period; policyKey: string; startOn?: string },
): ProjectEvent {
  const startOn = rule.startOn ?? localDateOf(ctx.now, formalZone);
  return setDeadline(
    {
      ladder: 'check',
      object: `round-${state.check.rounds.length + 1}`,
      period: rule.period,
      startOn,
      set: competitionSet(ctx.policy),
      policyKey: rule.policyKey,
      article: 'licensing law art. 32',
      owner: { role: 'CO', ...(state.officerId === undefined ? {} : { personId: state.officerId }) },
      country: 'CN',
      consequences: deemedAcceptance(startOn, ctx),
    },
    state,
    ctx,
  );
}

/** The applicant's clock for a correction: from the date of the mail, without extension (EU cross-border practice). */
export function correctionDeadline(state: ProjectState, no: number, ctx: DecideContext): ProjectEvent {
  const lead = leadOf(state);
  return setDeadline(
    {
      ladder: 'correction',
      object: `round-${no}`,
      period: ctx.policy.check.correction,
      set: competitionSet(ctx.policy),
      policyKey: 'check.correction',
      article: 'Civil Code art. 201, 203',
      owner: { role: 'AC', organizationId: lead.organizationId },
      country: lead.country,
      consequences: [{ code: 'end-correction', policyKey: 'check.correction' }],
    },
    state,
    ctx,
  );
}
