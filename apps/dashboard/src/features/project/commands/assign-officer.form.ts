import type { ProjectForm } from './project-form';

/** Gives the file to a case officer. */
export const assignOfficer: ProjectForm<'assign-officer'> = {
  needs: ['officers'],
  fields: { officerId: { kind: 'choice', options: ({ officers }) => officers } },
};
