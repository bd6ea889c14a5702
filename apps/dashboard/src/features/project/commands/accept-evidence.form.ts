import { milestoneChoices } from './choices';
import type { ProjectForm } from './project-form';

/** Accepts the evidence: the milestone was reached. */
export const acceptEvidence: ProjectForm<'accept-evidence'> = {
  fields: {
    milestone: { kind: 'choice', options: (context) => milestoneChoices(context, 'submitted') },
    reachedOn: { kind: 'date' },
  },
};
