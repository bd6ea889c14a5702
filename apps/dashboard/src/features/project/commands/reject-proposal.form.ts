import { openProposals } from './choices';
import type { ProjectForm } from './project-form';

/** Rejects what somebody proposed. */
export const rejectProposal: ProjectForm<'reject-proposal'> = {
  fields: { proposalId: { kind: 'choice', options: openProposals }, reason: { kind: 'long-text', optional: true } },
};
