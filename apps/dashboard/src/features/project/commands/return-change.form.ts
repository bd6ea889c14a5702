import { toDecide } from './changes';
import type { ProjectForm } from './project-form';

/** Returns the open change to whoever asked for it. */
export const returnChange: ProjectForm<'return-change'> = {
  irreversible: true,
  fields: {
    changeId: { kind: 'given', value: toDecide },
    reason: { kind: 'long-text' },
  },
};
