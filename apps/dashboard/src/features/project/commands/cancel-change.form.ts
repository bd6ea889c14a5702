import { toCancel } from './changes';
import type { ProjectForm } from './project-form';

/** Takes the open change back before it is signed. */
export const cancelChange: ProjectForm<'cancel-change'> = {
  irreversible: true,
  fields: {
    changeId: { kind: 'given', value: toCancel },
  },
};
