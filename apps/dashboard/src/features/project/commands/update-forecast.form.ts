import { milestoneChoices } from './choices';
import type { ProjectForm } from './project-form';

/** Says when a milestone will be reached, and why then. */
export const updateForecast: ProjectForm<'update-forecast'> = {
  fields: {
    milestone: { kind: 'choice', options: (context) => milestoneChoices(context, 'open', 'submitted') },
    forecastOn: { kind: 'date' },
    why: { kind: 'long-text' },
  },
};
