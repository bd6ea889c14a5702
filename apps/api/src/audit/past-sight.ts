import { projectRolesOf, type Actor, type ProjectState } from '@app/domain';
import { isStaff, stateInSight } from '../project/project-sight';

type PersonActor = Extract<Actor, { kind: 'person' }>;

/** Nobody's id: an outsider without any part in a project. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * A past state as this reader may see it today: what he was to the project then counts only as far as he still is it, so that whoever has left a project
 * does not look into it through its past.
 */
export function pastInSight(actor: PersonActor, past: ProjectState, today: ProjectState): ProjectState {
  if (isStaff(actor)) return stateInSight(actor, past);
  const now = projectRolesOf(actor.personId, today);
  const stillIs = [...projectRolesOf(actor.personId, past)].every((role) => role === 'starter' || now.has(role));
  const stillNamed = !isContact(actor, past) || isContact(actor, today);
  return stateInSight(stillIs && stillNamed ? actor : { ...actor, personId: nobody }, past);
}

function isContact({ personId }: PersonActor, { contacts }: ProjectState): boolean {
  return contacts.some((contact) => contact.personId === personId);
}
