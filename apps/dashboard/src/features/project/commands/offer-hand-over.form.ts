import { placesToHandOver, successorsOf } from './choices';
import type { ProjectForm } from './project-form';

/** Asks somebody to take over the place of the officer or of a contact. */
export const offerHandOver: ProjectForm<'offer-hand-over'> = {
  needs: ['colleagues', 'officers'],
  fields: {
    personId: { kind: 'choice', options: placesToHandOver },
    toPersonId: { kind: 'choice', after: 'personId', options: (context, { personId }) => successorsOf(context, personId) },
    effectiveOn: { kind: 'date', optional: true },
    reason: { kind: 'long-text' },
  },
};
