import type { Party } from '../shared/facts';
import type { DocumentType } from './document-types';

/**
 * Documents an application must bring when it is handed in: proof of the lead, site and budget, and a letter of each kind of partner it names
 * (2025 call: application form and supporting documents; the letters by default). The form itself, signed and sealed, comes with the submission.
 */
export function requiredDocuments(draft: { parties: Pick<Party, 'role'>[] }): DocumentType[] {
  const required: DocumentType[] = ['LEGAL_PERSON_CERTIFICATE', 'SITE_PROOF', 'BUDGET'];
  const has = (...roles: string[]): boolean => draft.parties.some((party) => roles.includes(party.role));
  if (has('HOST', 'PARTICIPANT')) required.push('PARTNER_LETTER');
  if (has('ENTERPRISE')) required.push('ENTERPRISE_INTENT');
  if (has('MINISTRY')) required.push('HOST_APPROVAL');
  return required;
}
