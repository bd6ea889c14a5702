import type { ProjectForm } from './project-form';

/** Takes the application back, in writing. */
export const withdrawApplication: ProjectForm<'withdraw-application'> = {
  irreversible: true,
  fields: { letter: { kind: 'document', documentType: 'CORRESPONDENCE' } },
};
