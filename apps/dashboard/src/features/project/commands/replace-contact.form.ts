import { colleaguesOf, replaceableContacts } from './choices';
import type { ProjectForm } from './project-form';

/** Puts another person of the same organization in the place of a contact, once a second person has confirmed. */
export const replaceContact: ProjectForm<'replace-contact'> = {
  irreversible: true,
  needs: ['colleagues'],
  fields: {
    personId: { kind: 'choice', options: replaceableContacts },
    byPersonId: { kind: 'choice', after: 'personId', options: (context, { personId }) => colleaguesOf(context, personId) },
    reason: { kind: 'long-text' },
  },
};
