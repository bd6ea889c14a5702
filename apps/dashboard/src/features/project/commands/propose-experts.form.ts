import type { ProjectForm } from './project-form';

/** Names experts in order. */
export const proposeExperts: ProjectForm<'propose-experts'> = {
  needs: ['experts'],
  fields: {
    experts: {
      kind: 'many',
      options: ({ experts, project, t }) =>
        experts.map((one) => {
          const known = project.review.assignments.find((other) => other.expertId === one.value);
          return known === undefined || known.state === 'proposed'
            ? one
            : { ...one, disabled: true, hint: t(`assignments.${known.state}`) };
        }),
    },
  },
};
