import type { CallState } from '../call/call.state';
import type { RecipientRole, StandingRole } from '../people/roles';
import { standingRoles } from '../people/roles';
import type { ProjectState } from '../project/project.state';
import type { Owner } from '../shared/deadline';
import type { Contact, PersonFacts } from '../shared/facts';
import type { NotificationIntent, Recipient } from './notification-kinds';

/** Who holds the standing roles today, and the people named in the state. A person who is missing or not active is told nothing. */
export interface Directory {
  holders: Record<StandingRole, PersonFacts[]>;
  people: Record<string, PersonFacts>;
  /** Of the people whose address failed once: those who have a working one again, since somebody corrected it. */
  mailWorks?: readonly string[];
}

/** The entity whose event is told. */
export type NotifyingState = ProjectState | CallState;

type Told = Pick<NotificationIntent, 'owner'> & Partial<Pick<NotificationIntent, 'class' | 'values' | 'except'>>;

/**
 * The people an intent goes to today, each once: a person who is addressed gets no copy beside.
 * Party roles come from the project's contacts, narrowed to the owner's organization or person; the officer from the state; standing roles from the
 * directory. Experts are told only of their own file. Legal representatives are told of formal acts and at level L2, never chased by ordinary reminders;
 * where an institution has nobody else, the officer is reminded instead, who can call. Who cannot be reached is replaced by the next contact.
 */
export function resolveRecipients(intent: NotificationIntent, state: NotifyingState, directory: Directory): Recipient[] {
  const found = new Map<string, Recipient>();
  for (const copy of [false, true]) {
    for (const named of copy ? intent.copy : intent.to) {
      const role = orOfficer(named, intent, state, directory);
      for (const personId of reachable(role, intent, state, directory)) {
        const person = personOf(personId, directory);
        if (person !== undefined && !found.has(personId) && !(intent.except ?? []).includes(personId))
          found.set(personId, recipientOf(person, role, copy));
      }
    }
  }
  return [...found.values()];
}

function orOfficer(role: RecipientRole, intent: Told, state: NotifyingState, directory: Directory): RecipientRole {
  return role === 'owner' && owners(intent, state, directory).length === 0 ? 'CO' : role;
}

/**
 * Whether a person is still one of those a role stands for; asked again before a mail leaves.
 * @param insteadOf the person whose address refused and for whom this one was asked: then that one's role counts
 */
export function stillInRole(
  personId: string,
  role: RecipientRole,
  intent: Told & { insteadOf?: string },
  state: NotifyingState,
  directory: Directory,
): boolean {
  if (intent.insteadOf !== undefined) return peopleIn(role, intent, state, directory).includes(intent.insteadOf);
  return reachable(role, intent, state, directory).includes(personId);
}

/** Whom to tell instead of a person whose address refused: the next contact of the same organization or role, else the officer; nobody when none is left. */
export function nextContact(
  personId: string,
  role: RecipientRole,
  intent: Told,
  state: NotifyingState,
  directory: Directory,
): Recipient | undefined {
  const tried = new Set([personId, ...unreachableOf(state, directory)]);
  const next = substitutes(personId, role, intent, state, directory).find((id) => !tried.has(id) && personOf(id, directory) !== undefined);
  const person = next === undefined ? undefined : personOf(next, directory);
  return person === undefined ? undefined : recipientOf(person, role, false);
}

function recipientOf(person: PersonFacts, role: RecipientRole, copy: boolean): Recipient {
  return { personId: person.personId, role, copy, country: person.country, zone: person.zone, language: person.language };
}

function personOf(id: string, directory: Directory): PersonFacts | undefined {
  const person =
    directory.people[id] ??
    Object.values(directory.holders)
      .flat()
      .find((p) => p.personId === id);
  return person?.active === true ? person : undefined;
}

function unreachableOf(state: NotifyingState, { mailWorks = [] }: Directory): string[] {
  return state.kind === 'project' ? state.unreachable.filter((id) => !mailWorks.includes(id)) : [];
}

function reachable(role: RecipientRole, intent: Told, state: NotifyingState, directory: Directory): string[] {
  const lost = new Set(unreachableOf(state, directory));
  return peopleIn(role, intent, state, directory).flatMap((id) => {
    if (!lost.has(id)) return [id];
    const next = nextContact(id, role, intent, state, directory);
    return next === undefined ? [] : [next.personId];
  });
}

function substitutes(personId: string, role: RecipientRole, intent: Told, state: NotifyingState, directory: Directory): string[] {
  const sameRole = peopleIn(role, intent, state, directory);
  if (state.kind !== 'project') return sameRole;
  const home = state.contacts.find((c) => c.personId === personId)?.organizationId;
  const colleagues = state.contacts.filter((c) => c.organizationId === home && !c.legalRepresentative).sort(byRank);
  return [...sameRole, ...colleagues.map((c) => c.personId), ...peopleIn('CO', intent, state, directory)];
}

function byRank(a: Contact, b: Contact): number {
  return Number(b.primary) - Number(a.primary);
}

/** Whether a role is held for the whole programme. */
export function isStanding(role: RecipientRole): role is StandingRole {
  return (standingRoles as readonly string[]).includes(role);
}

function peopleIn(role: RecipientRole, intent: Told, state: NotifyingState, directory: Directory): string[] {
  if (role === 'owner') return owners(intent, state, directory);
  if (role === 'EX') return intent.owner?.personId === undefined ? [] : [intent.owner.personId];
  if (role === 'CO') return officers(state, directory);
  if (role === 'MR') return holdersOf('MR', directory, (p) => state.kind === 'project' && p.country === state.hostCountry);
  if (isStanding(role)) return holdersOf(role, directory);
  return state.kind === 'project' ? contactsIn(role, intent.owner, state).map((c) => c.personId) : [];
}

function holdersOf(role: StandingRole, directory: Directory, wanted: (p: PersonFacts) => boolean = () => true): string[] {
  return directory.holders[role].filter(wanted).map((p) => p.personId);
}

/** The file's officer; before one is assigned the head, who has to assign one; for a call every officer. */
function officers(state: NotifyingState, directory: Directory): string[] {
  if (state.kind === 'call') return holdersOf('CO', directory);
  return state.officerId === undefined ? holdersOf('SH', directory) : [state.officerId];
}

/** Who owes a deadline. Where a legal representative or signatory owes it, his institution's contacts are reminded. */
function owners(intent: Told, state: NotifyingState, directory: Directory): string[] {
  const owner = intent.owner;
  if (owner?.personId !== undefined) return [owner.personId];
  if (owner === undefined || owner.role === 'owner') return [];
  const chased = owner.role === 'LR' || owner.role === 'PS' ? 'AC' : owner.role;
  return peopleIn(chased, intent, state, directory);
}

/**
 * People of the project whom a deadline of a party asks: those who are reminded of it, and those who hold the role that owes it. A legal representative
 * is not chased by reminders, but finds what he has to sign among his tasks.
 */
export function peopleAsked(owner: Owner & { role: ContactRole }, state: ProjectState): string[] {
  const chased = owner.role === 'LR' || owner.role === 'PS' ? 'AC' : owner.role;
  return [...new Set([chased, owner.role].flatMap((role) => contactsIn(role, owner, state).map((contact) => contact.personId)))];
}

/** A role that a project's contacts hold. */
export type ContactRole = Exclude<RecipientRole, StandingRole | 'owner'>;

function contactsIn(role: ContactRole, owner: Owner | undefined, state: ProjectState): Contact[] {
  const home = organizations(role, owner, state);
  const there = state.contacts.filter((c) => home.includes(c.organizationId));
  if (state.contacts.length === 0) return role === 'AC' || role === 'PL' ? [starter(state)] : [];
  switch (role) {
    case 'AC':
      return working(there);
    case 'PL':
      return leads(state);
    case 'LR':
      return there.filter((c) => c.legalRepresentative);
    case 'officeHead':
      return there.filter((c) => c.officeHead && !c.legalRepresentative);
    case 'PC':
      return there.filter((c) => !c.legalRepresentative && !c.rights.includes('sign'));
    case 'PS':
      return there.filter((c) => c.rights.includes('sign') || c.legalRepresentative);
  }
}

/** The project's lead, also when another party is late; without one the lead institution's contacts. */
function leads(state: ProjectState): Contact[] {
  const named = state.contacts.filter((c) => c.lead);
  return named.length > 0 ? named : contactsIn('AC', undefined, state);
}

/** Contacts with edit right, else the primary ones, else all: an institution without an editor is still told. Never the legal representative alone. */
function working(there: Contact[]): Contact[] {
  const ordinary = there.filter((c) => !c.legalRepresentative);
  const editing = ordinary.filter((c) => c.rights.includes('edit'));
  if (editing.length > 0) return editing;
  const primary = ordinary.filter((c) => c.primary);
  return primary.length > 0 ? primary : ordinary;
}

/** Where a party role is looked for: the late party when one is named, else the lead for the applicants' roles and all others for the partners'. */
function organizations(role: ContactRole, owner: Owner | undefined, state: ProjectState): string[] {
  if (owner?.organizationId !== undefined) return [owner.organizationId];
  const partner = role === 'PC' || role === 'PS';
  return state.parties.filter((p) => (p.role !== 'LEAD') === partner).map((p) => p.organizationId);
}

/** A draft has no contacts yet: whoever started it is told. */
function starter(state: ProjectState): Contact {
  return {
    personId: state.startedBy,
    organizationId: '',
    country: 'CN',
    rights: ['edit'],
    primary: true,
    legalRepresentative: false,
    lead: true,
    officeHead: false,
  };
}
