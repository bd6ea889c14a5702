import type { ProjectForm } from './project-form';

/** Gives the parties more time to sign the MoU. */
export const grantExtension: ProjectForm<'grant-extension'> = {
  irreversible: true,
  fields: { object: { kind: 'given', value: () => 'mou' }, until: { kind: 'date' }, reason: { kind: 'long-text' } },
};
