import { changeKinds, changeTargets } from './changes';
import type { ProjectForm } from './project-form';

/** Asks for an amendment or a correction. */
export const proposeChange: ProjectForm<'propose-change'> = {
  irreversible: true,
  fields: {
    kind: { kind: 'choice', options: changeKinds },
    items: { kind: 'changes', after: 'kind', targets: (context, { kind }) => changeTargets(context, kind) },
    effectiveOn: { kind: 'date', optional: true },
    document: { kind: 'document', documentType: 'CORRESPONDENCE', optional: true },
    reason: { kind: 'long-text' },
  },
};
