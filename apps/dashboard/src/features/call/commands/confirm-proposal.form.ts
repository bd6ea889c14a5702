import type { CallForm } from './call-form';
import { callProposals } from './choices';

/** A second person confirms, and it is carried out. */
export const confirmProposal: CallForm<'confirm-proposal'> = {
  irreversible: true,
  fields: { proposalId: { kind: 'choice', options: callProposals } },
};
