import type { CallForm } from './call-form';
import { batchLines } from './choices';

/** The council decides the whole batch. */
export const decideProposal: CallForm<'decide-proposal'> = {
  irreversible: true,
  fields: {
    lines: { kind: 'decisions', lines: batchLines },
    present: { kind: 'many', options: ({ council }) => council },
    votesFor: { kind: 'number', min: 0, max: 200 },
    votesAgainst: { kind: 'number', min: 0, max: 200 },
    reason: { kind: 'long-text', optional: true },
  },
};
