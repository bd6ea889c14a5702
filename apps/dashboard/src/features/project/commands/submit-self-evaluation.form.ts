import { leadSigners } from './choices';
import type { ProjectForm } from './project-form';

/** Hands in the self-evaluation, signed by the lead. */
export const submitSelfEvaluation: ProjectForm<'submit-self-evaluation'> = {
  irreversible: true,
  fields: { document: { kind: 'document', documentType: 'SELF_EVALUATION' }, signedBy: { kind: 'choice', options: leadSigners } },
};
