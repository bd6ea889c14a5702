import { amendmentParties, toSign } from './changes';
import { signersOf } from './choices';
import type { ProjectForm } from './project-form';

/** Records a party’s signature under the approved amendment. */
export const recordAmendmentSignature: ProjectForm<'record-amendment-signature'> = {
  irreversible: true,
  fields: {
    changeId: { kind: 'given', value: toSign },
    organizationId: { kind: 'choice', options: amendmentParties },
    personId: { kind: 'choice', after: 'organizationId', options: (context, { organizationId }) => signersOf(context, organizationId) },
    capacity: { kind: 'text', max: 100 },
    signedOn: { kind: 'date' },
    place: { kind: 'text' },
    document: { kind: 'document', documentType: 'AMENDMENT' },
  },
};
