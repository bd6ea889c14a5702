import { stepChoices } from './choices';
import type { ProjectForm } from './project-form';

/** Has a step done once more, once a second person has confirmed. */
export const redo: ProjectForm<'redo'> = {
  irreversible: true,
  fields: {
    step: { kind: 'choice', options: (context) => stepChoices(context, context.project.redos ?? []) },
    reason: { kind: 'long-text' },
  },
};
