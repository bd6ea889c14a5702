import type { ProjectForm } from './project-form';

/** Moves the project to another published policy, once a second person has confirmed. */
export const adoptPolicy: ProjectForm<'adopt-policy'> = {
  irreversible: true,
  fields: {
    version: {
      kind: 'choice',
      numeric: true,
      options: ({ project }) =>
        (project.policies ?? []).map(({ version, name }) => ({ value: String(version), label: `${version} · ${name}` })),
    },
    reason: { kind: 'long-text' },
  },
};
