import { toDecide } from './changes';
import type { ProjectForm } from './project-form';

/** Rejects the open change. */
export const rejectChange: ProjectForm<'reject-change'> = {
  irreversible: true,
  fields: {
    changeId: { kind: 'given', value: toDecide },
    reason: { kind: 'long-text' },
  },
};
