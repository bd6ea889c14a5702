import type { DocumentChoice } from '../../../components/command-form/field-specs';
import type { ProjectForm } from './project-form';

/** Puts a draft of the MoU before the parties, one document per language. */
export const submitMouDraft: ProjectForm<'submit-mou-draft'> = {
  fields: {
    documents: { kind: 'language-documents', languages: ['zh', 'en'], documentType: 'MOU' },
    // The Chinese text prevails, so its content names the draft.
    dataHash: {
      kind: 'given',
      value: (_context, { documents }) => (documents as Record<string, DocumentChoice> | undefined)?.['zh']?.sha256,
    },
    effectiveOn: { kind: 'date', optional: true },
  },
};
