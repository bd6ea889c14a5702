import type { ProjectForm } from './project-form';

/** Hands in the corrected draft. */
export const resubmitCorrection: ProjectForm<'resubmit-correction'> = {
  needs: ['draft'],
  irreversible: true,
  fields: {
    draftVersion: { kind: 'given', value: ({ draft }) => draft?.version },
    draftHash: { kind: 'given', value: ({ draft }) => draft?.hash },
  },
};
