import type { CallForm } from './call-form';

/** Freezes the ranked list as the council's batch. */
export const prepareProposal: CallForm<'prepare-proposal'> = { irreversible: true, fields: {} };
