import type { ProjectForm } from './project-form';

/** Opens the signing; from then on the text is final. */
export const openSigning: ProjectForm<'open-signing'> = { irreversible: true, fields: {} };
