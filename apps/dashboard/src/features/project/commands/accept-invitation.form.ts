import type { ProjectForm } from './project-form';

/** Accepts to judge the file. */
export const acceptInvitation: ProjectForm<'accept-invitation'> = { fields: {} };
