import { openHandOvers } from './choices';
import type { ProjectForm } from './project-form';

/** Declines to take over the place that was offered. */
export const declineHandOver: ProjectForm<'decline-hand-over'> = {
  fields: { handOverId: { kind: 'choice', options: openHandOvers } },
};
