import { toDecide } from './changes';
import type { ProjectForm } from './project-form';

/** Approves the open change. */
export const approveChange: ProjectForm<'approve-change'> = {
  irreversible: true,
  fields: {
    changeId: { kind: 'given', value: toDecide },
    minutes: { kind: 'document', documentType: 'CORRESPONDENCE', optional: true },
  },
};
