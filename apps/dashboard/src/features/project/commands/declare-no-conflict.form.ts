import type { ProjectForm } from './project-form';

/** Declares that there is no conflict of interest. */
export const declareNoConflict: ProjectForm<'declare-no-conflict'> = { irreversible: true, fields: {} };
