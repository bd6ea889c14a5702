import { openProposals } from './choices';
import type { ProjectForm } from './project-form';

/** A second person confirms, and it is carried out. */
export const confirmProposal: ProjectForm<'confirm-proposal'> = {
  irreversible: true,
  fields: { proposalId: { kind: 'choice', options: openProposals } },
};
