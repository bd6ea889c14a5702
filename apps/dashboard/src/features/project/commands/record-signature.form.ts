import { signersOf, unsignedParties } from './choices';
import type { ProjectForm } from './project-form';

/** Records a party's signature. */
export const recordSignature: ProjectForm<'record-signature'> = {
  irreversible: true,
  fields: {
    organizationId: { kind: 'choice', options: unsignedParties },
    personId: { kind: 'choice', after: 'organizationId', options: (context, { organizationId }) => signersOf(context, organizationId) },
    capacity: { kind: 'text', max: 100 },
    signedOn: { kind: 'date' },
    place: { kind: 'text' },
    document: { kind: 'document', documentType: 'MOU' },
  },
};
