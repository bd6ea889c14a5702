import { stepChoices } from './choices';
import type { ProjectForm } from './project-form';

/** Gives more time to sign the MoU, or to hand in a year's report. */
export const grantExtension: ProjectForm<'grant-extension'> = {
  irreversible: true,
  fields: {
    object: { kind: 'choice', options: (context) => stepChoices(context, context.project.extensions ?? []) },
    until: { kind: 'date' },
    reason: { kind: 'long-text' },
  },
};
