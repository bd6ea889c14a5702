import { plannedObjects, plannedRules } from './planned-mails';
import type { ProjectForm } from './project-form';

/** Working days by which an officer may put a date off at most (default of the policy; the rule checks). */
const mostDays = 5;

/** Puts one date off by some working days. */
export const snooze: ProjectForm<'snooze'> = {
  needs: ['forecast'],
  fields: {
    rule: { kind: 'choice', options: (context) => plannedRules(context, 'Snooze') },
    object: { kind: 'choice', after: 'rule', options: (context, { rule }) => plannedObjects(context, 'Snooze', rule) },
    workingDays: { kind: 'number', min: 1, max: mostDays },
    reason: { kind: 'long-text' },
  },
};
