import { rubricOf } from './rubric';
import type { ProjectForm } from './project-form';

/** Hands in the score sheet: half points and a comment for each criterion. */
export const submitScores: ProjectForm<'submit-scores'> = {
  irreversible: true,
  fields: {
    halfPoints: { kind: 'scores', criteria: rubricOf, comments: 'comments' },
    comments: { kind: 'within' },
    strengths: { kind: 'long-text' },
    weaknesses: { kind: 'long-text' },
  },
};
