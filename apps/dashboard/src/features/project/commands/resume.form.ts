import type { ProjectForm } from './project-form';

/** Sets the project's clocks going again. */
export const resume: ProjectForm<'resume'> = { fields: {} };
