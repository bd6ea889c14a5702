import type { ProjectForm } from './project-form';

/** Accepts the application for review. */
export const acceptApplication: ProjectForm<'accept-application'> = { irreversible: true, fields: {} };
