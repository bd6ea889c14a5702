import type { ProjectForm } from './project-form';

/** Records that the workshop passed its acceptance. */
export const recordAcceptance: ProjectForm<'record-acceptance'> = {
  needs: ['panel'],
  irreversible: true,
  fields: {
    result: { kind: 'given', value: () => 'passed' },
    heldOn: { kind: 'date' },
    present: { kind: 'many', options: ({ panel }) => panel },
    minutes: { kind: 'document', documentType: 'EXPERT_OPINION' },
  },
};
