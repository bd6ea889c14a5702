import { checkItemChoices, defectReasonChoices, worded } from './choices';
import type { ProjectForm } from './project-form';

/** Records the verdict on one item of the formal check. */
export const recordCheckItem: ProjectForm<'record-check-item'> = {
  fields: {
    code: { kind: 'choice', options: checkItemChoices },
    verdict: { kind: 'choice', options: (context) => worded(context, 'verdicts', ['pass', 'fail', 'not-applicable']) },
    reasonCode: {
      kind: 'choice',
      options: (context, { verdict }) => (verdict === 'fail' ? defectReasonChoices(context) : []),
      optional: true,
    },
    note: { kind: 'long-text', optional: true },
  },
};
