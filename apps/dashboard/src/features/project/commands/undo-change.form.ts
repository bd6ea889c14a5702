import { undoableChanges } from './changes';
import type { ProjectForm } from './project-form';

/** Asks for the inverse of a change that is in effect. */
export const undoChange: ProjectForm<'undo-change'> = {
  irreversible: true,
  fields: {
    changeId: { kind: 'choice', options: undoableChanges },
    document: { kind: 'document', documentType: 'CORRESPONDENCE', optional: true },
    reason: { kind: 'long-text' },
  },
};
