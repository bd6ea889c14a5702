import type { ProjectForm } from './project-form';

/** Lifts a termination or takes an ended project up, once a second person has confirmed. */
export const reinstateProject: ProjectForm<'reinstate-project'> = {
  irreversible: true,
  fields: { reason: { kind: 'long-text' } },
};
