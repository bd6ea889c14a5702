import type { CallForm } from './call-form';
import { callProposals } from './choices';

/** Rejects what somebody proposed. */
export const rejectProposal: CallForm<'reject-proposal'> = {
  fields: { proposalId: { kind: 'choice', options: callProposals }, reason: { kind: 'long-text', optional: true } },
};
