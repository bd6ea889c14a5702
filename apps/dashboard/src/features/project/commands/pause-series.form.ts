import { plannedObjects, plannedRules } from './planned-mails';
import type { ProjectForm } from './project-form';

/** Stops the reminders of one deadline. */
export const pauseSeries: ProjectForm<'pause-series'> = {
  needs: ['forecast'],
  fields: {
    rule: { kind: 'choice', options: (context) => plannedRules(context, 'PauseSeries') },
    object: { kind: 'choice', after: 'rule', options: (context, { rule }) => plannedObjects(context, 'PauseSeries', rule) },
    reason: { kind: 'long-text' },
  },
};
