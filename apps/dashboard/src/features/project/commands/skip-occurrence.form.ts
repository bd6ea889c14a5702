import { plannedObjects, plannedRules, plannedSteps } from './planned-mails';
import type { ProjectForm } from './project-form';

/** Leaves out one planned mail. */
export const skipOccurrence: ProjectForm<'skip-occurrence'> = {
  needs: ['forecast'],
  fields: {
    rule: { kind: 'choice', options: (context) => plannedRules(context, 'PauseSeries') },
    object: { kind: 'choice', after: 'rule', options: (context, { rule }) => plannedObjects(context, 'PauseSeries', rule) },
    step: {
      kind: 'choice',
      after: 'object',
      options: (context, { rule, object }) => plannedSteps(context, 'SkipOccurrence', rule, object),
    },
    series: {
      kind: 'given',
      value: ({ forecast }, { rule, object }) => forecast?.series.find((one) => one.rule === rule && one.object === object)?.series,
    },
    reason: { kind: 'long-text' },
  },
};
