import { plannedObjects, plannedRules, plannedSteps } from './planned-mails';
import type { ProjectForm } from './project-form';

/** Sends a planned mail now; without one an extra reminder to whoever owes it. */
export const sendNow: ProjectForm<'send-now'> = {
  needs: ['forecast'],
  fields: {
    rule: { kind: 'choice', options: (context) => plannedRules(context, 'SendNow') },
    object: { kind: 'choice', after: 'rule', options: (context, { rule }) => plannedObjects(context, 'SendNow', rule) },
    step: {
      kind: 'choice',
      after: 'object',
      optional: true,
      options: (context, { rule, object }) => plannedSteps(context, 'SendNow', rule, object),
    },
    reason: { kind: 'long-text' },
  },
};
