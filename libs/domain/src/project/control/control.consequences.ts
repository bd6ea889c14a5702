import { closeDeadline } from '../../shared/make-deadline';
import type { Consequences } from '../consequence-rule';

/** What the clock does whatever the stage. */
export const controlConsequences: Consequences = {
  'lapse-proposal': (state, deadline, ctx) => [
    { type: 'ProposalLapsed', proposalId: deadline.object.replace(/^proposal-/, ''), at: ctx.now },
    ...closeDeadline(state, deadline.ladder, deadline.object, 'over'),
  ],
};
