import { reportYears } from './choices';
import type { ProjectForm } from './project-form';

/** Hands in a year's report; the certifier is not its author. */
export const submitReport: ProjectForm<'submit-report'> = {
  needs: ['report-drafts'],
  irreversible: true,
  fields: {
    year: { kind: 'choice', options: (context) => reportYears(context, 'open'), numeric: true },
    draftVersion: { kind: 'given', value: ({ reportDrafts }, { year }) => reportDrafts[String(year)]?.version },
    draftHash: { kind: 'given', value: ({ reportDrafts }, { year }) => reportDrafts[String(year)]?.hash },
    reason: { kind: 'long-text', optional: true },
  },
};
