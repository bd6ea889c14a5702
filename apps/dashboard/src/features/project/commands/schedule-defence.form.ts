import type { ProjectForm } from './project-form';

/** Sets the time and place of the defence. */
export const scheduleDefence: ProjectForm<'schedule-defence'> = {
  fields: { at: { kind: 'moment' }, minutes: { kind: 'number', min: 5, max: 480 }, place: { kind: 'text' } },
};
