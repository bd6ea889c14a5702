import { assignedExperts } from './choices';
import type { ProjectForm } from './project-form';

/** Invites one of the proposed experts. */
export const inviteExpert: ProjectForm<'invite-expert'> = {
  fields: { expertId: { kind: 'choice', options: (context) => assignedExperts(context, 'proposed') } },
};
