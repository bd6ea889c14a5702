import type { ProjectForm } from './project-form';

/** The legal representative accepts the award. */
export const acceptAward: ProjectForm<'accept-award'> = {
  irreversible: true,
  fields: { letter: { kind: 'document', documentType: 'CORRESPONDENCE' } },
};
