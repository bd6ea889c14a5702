import { stepChoices } from './choices';
import type { ProjectForm } from './project-form';

/** Leaves a step out, once a second person has confirmed. */
export const skip: ProjectForm<'skip'> = {
  irreversible: true,
  fields: {
    step: { kind: 'choice', options: (context) => stepChoices(context, context.project.skips ?? []) },
    reason: { kind: 'long-text' },
  },
};
