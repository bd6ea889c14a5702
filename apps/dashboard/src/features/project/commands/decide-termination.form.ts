import { worded } from './choices';
import type { ProjectForm } from './project-form';

const grounds = [
  'BREACH',
  'NO_REPORT',
  'FALSE_STATEMENT',
  'BELOW_MINIMUM_PARTNERS',
  'SUSPENSION_UNRESOLVED',
  'FAILED_ACCEPTANCE',
  'REQUEST',
] as const;

/** Decides the end of the project, once a second person has confirmed. */
export const decideTermination: ProjectForm<'decide-termination'> = {
  irreversible: true,
  fields: {
    grounds: { kind: 'choice', options: (context) => worded(context, 'terminationGrounds', grounds) },
    effectiveOn: { kind: 'date' },
    reason: { kind: 'long-text' },
  },
};
