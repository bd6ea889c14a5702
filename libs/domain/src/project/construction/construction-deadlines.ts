import { secretariatSet } from '../../shared/calendar-sets';
import type { DecideContext } from '../../shared/decision';
import type { LocalDate } from '../../shared/local-date';
import { setDeadline } from '../../shared/make-deadline';
import { contractSet, leadOf } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { kickOffMilestone, scaledMilestones } from './milestone-template';

const article = 'Civil Code art. 201-203';

/**
 * What the start of construction sets: the kick-off within 20 working days of effect, and the evidence of each milestone in its month. The kick-off
 * milestone has the kick-off's deadline. A milestone 1 day late is amber, more than 30 days late red (default); its forecast does not move its deadline.
 */
export function constructionDeadlines(
  state: ProjectState,
  ctx: DecideContext,
  start: { effectiveOn: LocalDate; durationMonths: number },
): ProjectEvent[] {
  const lead = leadOf(state);
  const { construction } = ctx.policy;
  const common = { startOn: start.effectiveOn, set: contractSet(lead.country, ctx.policy), country: lead.country, article };
  const kickOff = setDeadline(
    {
      ...common,
      ladder: 'kickOff',
      object: '-',
      period: construction.kickOff,
      policyKey: 'construction.kickOff',
      owner: { role: 'PL', organizationId: lead.organizationId },
    },
    state,
    ctx,
  );
  const milestones = scaledMilestones(start.durationMonths)
    .filter((m) => m.code !== kickOffMilestone)
    .map((m) =>
      setDeadline(
        {
          ...common,
          ladder: 'milestone',
          object: m.code,
          period: `${m.month}mo`,
          policyKey: 'construction.duration',
          owner: { role: 'AC', organizationId: lead.organizationId },
          consequences: [
            { code: 'amber', policyKey: 'construction.amberFrom', afterDue: construction.amberFrom },
            { code: 'red', policyKey: 'construction.redAfter', afterDue: construction.redAfter },
          ],
        },
        state,
        ctx,
      ),
    );
  return [kickOff, ...milestones];
}

/** The acceptance within 60 days of the self-evaluation (default); the Secretariat's own task, without a ladder. */
export function acceptanceDeadline(state: ProjectState, ctx: DecideContext): ProjectEvent {
  return setDeadline(
    {
      ladder: 'clock',
      object: 'acceptance',
      period: ctx.policy.construction.acceptWithin,
      set: secretariatSet(ctx.policy),
      policyKey: 'construction.acceptWithin',
      article,
      owner: { role: 'CO' },
      country: 'CN',
    },
    state,
    ctx,
  );
}
