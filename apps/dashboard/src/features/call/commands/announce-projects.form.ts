import type { CallForm } from './call-form';

/** Proposes to announce the projects; a second person confirms. */
export const announceProjects: CallForm<'announce-projects'> = { irreversible: true, fields: {} };
