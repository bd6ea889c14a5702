import type { ProjectForm } from './project-form';

/** Hands in the draft as it is saved, signed by the legal representative of the lead. */
export const submitApplication: ProjectForm<'submit-application'> = {
  needs: ['draft'],
  irreversible: true,
  fields: {
    draftVersion: { kind: 'given', value: ({ draft }) => draft?.version },
    draftHash: { kind: 'given', value: ({ draft }) => draft?.hash },
    signedBy: { kind: 'choice', options: ({ draftSigners }) => draftSigners },
    signature: { kind: 'document', documentType: 'FORM' },
    justification: { kind: 'long-text', optional: true },
  },
};
