import { undoable } from './planned-mails';
import type { ProjectForm } from './project-form';

/** Takes back what was done to a planned mail or a date. */
export const undoIntervention: ProjectForm<'undo-intervention'> = {
  needs: ['forecast'],
  fields: { interventionId: { kind: 'choice', options: undoable }, reason: { kind: 'long-text' } },
};
