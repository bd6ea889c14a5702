import type { ProjectForm } from './project-form';

/** Takes up an application that was withdrawn, once a second person has confirmed. */
export const unWithdraw: ProjectForm<'un-withdraw'> = {
  irreversible: true,
  fields: { reason: { kind: 'long-text' } },
};
