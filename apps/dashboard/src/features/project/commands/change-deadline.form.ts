import { plannedObjects, plannedRules } from './planned-mails';
import type { ProjectForm } from './project-form';

/** Gives one deadline another date. */
export const changeDeadline: ProjectForm<'change-deadline'> = {
  irreversible: true,
  needs: ['forecast'],
  fields: {
    rule: { kind: 'choice', options: (context) => plannedRules(context, 'ChangeDeadline') },
    object: { kind: 'choice', after: 'rule', options: (context, { rule }) => plannedObjects(context, 'ChangeDeadline', rule) },
    dueOn: { kind: 'date' },
    reason: { kind: 'long-text' },
  },
};
