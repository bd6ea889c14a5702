import type { ProjectForm } from './project-form';

/** Undoes the last step back, once a second person has confirmed. */
export const undoRewind: ProjectForm<'undo-rewind'> = {
  irreversible: true,
  fields: { reason: { kind: 'long-text' } },
};
