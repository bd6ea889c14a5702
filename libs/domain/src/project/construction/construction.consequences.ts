import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import type { Consequences } from '../consequence-rule';
import type { ProjectEvent } from '../project.events';
import type { Milestone, ProjectState } from '../project.state';

function milestonesOf(state: ProjectState): Milestone[] {
  return state.construction?.milestones ?? [];
}

function turnRed(milestone: string, ctx: DecideContext): ProjectEvent {
  return { type: 'MilestoneTurnedRed', milestone, at: ctx.now };
}

/** A milestone is late: amber, or red together with the others when so many are late at once (`construction.redWhenLate`). */
function turnAmber(state: ProjectState, deadline: Deadline, ctx: DecideContext): ProjectEvent[] {
  const alsoLate = milestonesOf(state).filter((m) => m.state === 'open' && m.mark !== undefined && m.code !== deadline.object);
  if (alsoLate.length + 1 < ctx.policy.construction.redWhenLate)
    return [{ type: 'MilestoneTurnedAmber', milestone: deadline.object, at: ctx.now }];
  const others = alsoLate.filter((m) => m.mark === 'amber').map((m) => turnRed(m.code, ctx));
  return [turnRed(deadline.object, ctx), ...others];
}

/** What the clock does in the stage `construction`. */
export const constructionConsequences: Consequences = {
  amber: turnAmber,
  red: (state, deadline, ctx) => {
    const milestone = milestonesOf(state).find((m) => m.code === deadline.object);
    return milestone?.mark === 'red' ? [] : [turnRed(deadline.object, ctx)];
  },
};
