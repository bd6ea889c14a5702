import { assignedExperts } from './choices';
import type { ProjectForm } from './project-form';

/** Records a held defence with who was there. */
export const recordDefence: ProjectForm<'record-defence'> = {
  irreversible: true,
  fields: {
    heldOn: { kind: 'date' },
    present: { kind: 'many', options: (context) => assignedExperts(context, 'done', 'declared', 'accepted') },
    record: { kind: 'document', documentType: 'EXPERT_OPINION' },
  },
};
