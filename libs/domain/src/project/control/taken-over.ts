import type { Contact } from '../../shared/facts';
import type { ProjectState } from '../project.state';

/** The contact who takes another one's place: with what he may do already, and all that the one who leaves might do. */
export function takenOver(left: Contact, by: string, known: Contact | undefined): Contact {
  return {
    ...left,
    personId: by,
    rights: [...new Set([...left.rights, ...(known?.rights ?? [])])],
    primary: left.primary || known?.primary === true,
    legalRepresentative: left.legalRepresentative || known?.legalRepresentative === true,
    lead: known?.lead === true,
    officeHead: left.officeHead || known?.officeHead === true,
  };
}

/** The project with a contact in the place of the one who leaves; whoever takes over stands there once. */
export function withContact(state: ProjectState, leaving: string, contact: Contact): ProjectState {
  const others = state.contacts.filter((one) => one.personId !== contact.personId || one.personId === leaving);
  return { ...state, contacts: others.map((one) => (one.personId === leaving ? contact : one)) };
}
