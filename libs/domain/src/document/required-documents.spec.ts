import type { Party } from '../shared/facts';
import { documentTypes } from './document-types';
import { requiredDocuments } from './required-documents';

function partiesOf(...roles: Party['role'][]): { parties: Party[] } {
  return { parties: roles.map((role, i) => ({ organizationId: `o${i}`, role, country: 'LA' })) };
}

describe('requiredDocuments', () => {
  it.each<[Party['role'][], string[]]>([
    [['LEAD'], []],
    [['LEAD', 'HOST'], ['PARTNER_LETTER']],
    [['LEAD', 'PARTICIPANT'], ['PARTNER_LETTER']],
    [
      ['LEAD', 'HOST', 'PARTICIPANT', 'ENTERPRISE'],
      ['PARTNER_LETTER', 'ENTERPRISE_INTENT'],
    ],
    [
      ['LEAD', 'HOST', 'ENTERPRISE', 'MINISTRY'],
      ['PARTNER_LETTER', 'ENTERPRISE_INTENT', 'HOST_APPROVAL'],
    ],
    [['LEAD', 'SUPPORTER'], []],
  ])('%j must bring proof of lead, site and budget and %j', (roles, letters) => {
    expect(requiredDocuments(partiesOf(...roles))).toEqual(['LEGAL_PERSON_CERTIFICATE', 'SITE_PROOF', 'BUDGET', ...letters]);
  });

  it('asks for known kinds only, each named once', () => {
    expect(new Set(documentTypes).size).toBe(documentTypes.length);
    const all = requiredDocuments(partiesOf('LEAD', 'HOST', 'ENTERPRISE', 'MINISTRY'));
    expect(all.every((type) => documentTypes.includes(type))).toBe(true);
  });
});
