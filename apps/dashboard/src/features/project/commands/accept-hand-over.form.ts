import { openHandOvers } from './choices';
import type { ProjectForm } from './project-form';

/** Takes over the place that was offered. */
export const acceptHandOver: ProjectForm<'accept-hand-over'> = {
  irreversible: true,
  fields: { handOverId: { kind: 'choice', options: openHandOvers } },
};
