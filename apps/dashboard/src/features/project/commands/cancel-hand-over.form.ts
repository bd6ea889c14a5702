import { openHandOvers } from './choices';
import type { ProjectForm } from './project-form';

/** Takes an offered hand-over back. */
export const cancelHandOver: ProjectForm<'cancel-hand-over'> = {
  fields: { handOverId: { kind: 'choice', options: openHandOvers } },
};
