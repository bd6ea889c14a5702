import { worded } from './choices';
import type { ProjectForm } from './project-form';

/** Takes the project back to an earlier step, once a second person has confirmed. */
export const rewind: ProjectForm<'rewind'> = {
  irreversible: true,
  fields: {
    toSubState: { kind: 'choice', options: (context) => worded(context, 'subStates', context.project.rewinds ?? []) },
    reason: { kind: 'long-text' },
  },
};
