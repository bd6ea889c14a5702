import { milestoneChoices } from './choices';
import type { ProjectForm } from './project-form';

/** Hands in evidence of a milestone. */
export const submitEvidence: ProjectForm<'submit-evidence'> = {
  fields: {
    milestone: { kind: 'choice', options: (context) => milestoneChoices(context, 'open', 'submitted') },
    documents: { kind: 'documents', documentType: 'PROGRESS_SHEET' },
  },
};
