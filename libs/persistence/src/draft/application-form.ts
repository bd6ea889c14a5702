import { canonicalJson } from '../ledger/canonical-json';
import type { ContactRight, Country, PartyRole, ProjectType } from '@app/domain';

/** Number of the form whose content is described here; a draft notes the one it was written under. */
export const applicationFormVersion = 1;

/** Organizations named in a draft, each with its part; countries come from the register of organizations. */
export interface DraftParty {
  organizationId: string;
  role: PartyRole;
  tasks?: string;
}

/** People named in a draft, each with what he may do. */
export interface DraftContact {
  personId: string;
  organizationId: string;
  rights: ContactRight[];
  primary: boolean;
  legalRepresentative: boolean;
  lead: boolean;
  officeHead: boolean;
}

/** Content of an application's form. Every field may be missing while it is a draft. */
export interface ApplicationContent {
  titleZh?: string;
  titleEn?: string;
  titleLocal?: string;
  type?: ProjectType;
  upgradesProjectId?: string;
  hostCountry?: Country;
  hostCity?: string;
  siteAddress?: string;
  fieldCode?: string;
  specialityCodes?: string[];
  parties?: DraftParty[];
  contacts?: DraftContact[];
  needsAnalysis?: string;
  goals?: string;
  trainingPlan?: string;
  standardsPlan?: string;
  curricula?: string;
  teachers?: string;
  siteAndEquipment?: string;
  exchange?: string;
  digitalResources?: string;
  featureStatement?: string;
  durationMonths?: number;
  budgetCny?: string;
  budgetNote?: string;
  risks?: string;
  sustainability?: string;
  otherFunding?: string;
  submissionLanguage?: string;
  declaredTrue?: boolean;
  documents?: { type: string; documentId: string; sha256: string }[];
}

/** Fields that must be filled in before an application may be handed in (form of the 2025 call; default). */
export const requiredApplicationFields = [
  'titleZh',
  'titleEn',
  'type',
  'hostCountry',
  'hostCity',
  'siteAddress',
  'fieldCode',
  'parties',
  'contacts',
  'needsAnalysis',
  'goals',
  'trainingPlan',
  'siteAndEquipment',
  'featureStatement',
  'durationMonths',
  'budgetCny',
  'risks',
  'sustainability',
  'submissionLanguage',
  'declaredTrue',
] as const satisfies readonly (keyof ApplicationContent)[];

/** Required fields that a content leaves empty, by their paths; an upgrade must name what it upgrades. */
export function missingApplicationFields(content: ApplicationContent): string[] {
  const missing: string[] = requiredApplicationFields.filter((field) => isEmpty(content[field]));
  if (content.type === 'upgrade' && content.upgradesProjectId === undefined) missing.push('upgradesProjectId');
  return missing;
}

/** Paths of fields and types of documents that differ between two contents; nothing differs from an absent earlier one. */
export function changedApplicationFields(before: ApplicationContent, after: ApplicationContent): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  names.delete('documents');
  const fields = [...names].filter(
    (name) => textOf(before[name as keyof ApplicationContent]) !== textOf(after[name as keyof ApplicationContent]),
  );
  return [...fields.sort(), ...changedDocuments(before.documents ?? [], after.documents ?? [])];
}

type Documents = NonNullable<ApplicationContent['documents']>;

function changedDocuments(before: Documents, after: Documents): string[] {
  const ofType = (list: Documents, type: string): string =>
    list
      .filter((one) => one.type === type)
      .map((one) => one.sha256)
      .sort()
      .join();
  const types = [...new Set([...before, ...after].map((one) => one.type))].sort();
  return types.filter((type) => ofType(before, type) !== ofType(after, type));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === false || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The database keeps no order of keys, so none may count. */
function textOf(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}
