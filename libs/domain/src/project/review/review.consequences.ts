import { closeDeadline } from '../../shared/make-deadline';
import type { DecideContext } from '../../shared/decision';
import type { Consequences } from '../consequence-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { officerCheckDeadline } from './check-deadlines';
import { invitationEvents } from './experts.decide';

/** The next alternate is invited in the same commit, so that the panel never runs short without anybody noticing. */
function inviteNext(state: ProjectState, ctx: DecideContext): ProjectEvent[] {
  const next = [...state.review.assignments].filter((a) => a.state === 'proposed').sort((a, b) => a.order - b.order)[0];
  return next === undefined ? [] : invitationEvents(state, next, ctx);
}

/** What the clock does in the stage `review`. */
export const reviewConsequences: Consequences = {
  'end-correction': (state, deadline, ctx) => [
    { type: 'CorrectionTimeOver', no: state.check.rounds.length, at: ctx.now },
    ...closeDeadline(state, deadline.ladder, deadline.object, 'over'),
    officerCheckDeadline(state, ctx, { period: ctx.policy.check.secondCheck, policyKey: 'check.secondCheck' }),
  ],
  'deem-accepted': (state, deadline, ctx) => [
    { type: 'ApplicationDeemedAccepted', at: ctx.now },
    ...closeDeadline(state, deadline.ladder, deadline.object, 'over'),
  ],
  'release-invitation': (state, deadline, ctx) => [
    { type: 'InvitationReleased', expertId: deadline.object, at: ctx.now },
    ...closeDeadline(state, deadline.ladder, deadline.object, 'over'),
    ...inviteNext(state, ctx),
  ],
  'replace-expert': (state, deadline, ctx) => [
    { type: 'ExpertReplaced', expertId: deadline.object, at: ctx.now },
    ...closeDeadline(state, deadline.ladder, deadline.object, 'over'),
    ...inviteNext(state, ctx),
  ],
};
