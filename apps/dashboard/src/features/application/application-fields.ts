import type { ApplicationDraft } from '../../lib/drafts';
import { countries } from '../../lib/stages';

/** Content of the form. */
export type ApplicationContent = ApplicationDraft['content'];

type Field = keyof ApplicationContent;

/** How a field of the form is asked for. */
export type ApplicationField =
  | { kind: 'line' | 'text' | 'number' }
  | { kind: 'select'; values: readonly string[]; words?: string }
  | { kind: 'parties' | 'contacts' | 'documents' | 'declaration' | 'hidden' };

const text = { kind: 'text' } as const;
const line = { kind: 'line' } as const;

/** Every field of the form; a new one in the API fails to compile here. */
export const applicationFields: Record<Field, ApplicationField> = {
  titleZh: line,
  titleEn: line,
  titleLocal: line,
  type: { kind: 'select', values: ['new', 'upgrade', 'centre-candidate'], words: 'types' },
  upgradesProjectId: { kind: 'hidden' },
  hostCountry: { kind: 'select', values: countries },
  hostCity: line,
  siteAddress: line,
  fieldCode: line,
  specialityCodes: { kind: 'hidden' },
  parties: { kind: 'parties' },
  contacts: { kind: 'contacts' },
  needsAnalysis: text,
  goals: text,
  trainingPlan: text,
  standardsPlan: text,
  curricula: text,
  teachers: text,
  siteAndEquipment: text,
  exchange: text,
  digitalResources: text,
  featureStatement: text,
  durationMonths: { kind: 'number' },
  budgetCny: line,
  budgetNote: text,
  risks: text,
  sustainability: text,
  otherFunding: text,
  submissionLanguage: { kind: 'select', values: ['zh', 'en'], words: 'languages' },
  declaredTrue: { kind: 'declaration' },
  documents: { kind: 'documents' },
};

/** The form's sections in order, each with its fields. */
export const applicationSections: Record<'identity' | 'people' | 'content' | 'delivery' | 'documents', readonly Field[]> = {
  identity: ['titleZh', 'titleEn', 'titleLocal', 'type', 'hostCountry', 'hostCity', 'siteAddress', 'fieldCode'],
  people: ['parties', 'contacts'],
  content: [
    'needsAnalysis',
    'goals',
    'trainingPlan',
    'standardsPlan',
    'curricula',
    'teachers',
    'siteAndEquipment',
    'exchange',
    'digitalResources',
    'featureStatement',
  ],
  delivery: ['durationMonths', 'budgetCny', 'budgetNote', 'risks', 'sustainability', 'otherFunding', 'submissionLanguage'],
  documents: ['documents', 'declaredTrue'],
};
