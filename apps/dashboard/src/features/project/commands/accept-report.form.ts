import { reportYears } from './choices';
import type { ProjectForm } from './project-form';

/** Accepts a year's report. */
export const acceptReport: ProjectForm<'accept-report'> = {
  irreversible: true,
  fields: { year: { kind: 'choice', options: (context) => reportYears(context, 'submitted'), numeric: true } },
};
