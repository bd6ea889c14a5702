import type { ProjectForm } from './project-form';

/** Records the kick-off meeting; the baseline freezes. */
export const recordKickOff: ProjectForm<'record-kick-off'> = {
  irreversible: true,
  fields: { heldOn: { kind: 'date' }, minutes: { kind: 'document', documentType: 'KICKOFF_MINUTES' } },
};
