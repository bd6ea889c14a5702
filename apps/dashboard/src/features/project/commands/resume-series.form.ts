import { plannedObjects, plannedRules } from './planned-mails';
import type { ProjectForm } from './project-form';

/** Lets the reminders of one deadline go on. */
export const resumeSeries: ProjectForm<'resume-series'> = {
  needs: ['forecast'],
  fields: {
    rule: { kind: 'choice', options: (context) => plannedRules(context, 'ResumeSeries') },
    object: { kind: 'choice', after: 'rule', options: (context, { rule }) => plannedObjects(context, 'ResumeSeries', rule) },
    reason: { kind: 'long-text' },
  },
};
