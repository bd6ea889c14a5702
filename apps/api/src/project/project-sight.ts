import { canReadContent, projectRolesOf, type Actor, type ProjectState, type StandingRole } from '@app/domain';

type PersonActor = Extract<Actor, { kind: 'person' }>;

const staff: ReadonlySet<StandingRole> = new Set(['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC', 'CH', 'OB']);

/**
 * The state as this reader may see it (roles table of the programme): applicants never see who judges them nor rank and score, experts see no other
 * sheet before their own is in, internal proposals stay with the Secretariat, and content is sealed until the window has closed.
 */
export function stateInSight(actor: PersonActor, state: ProjectState): ProjectState {
  if (actor.roles.some((role) => staff.has(role))) return canReadContent(actor, state) ? state : sealed(state);
  const own = projectRolesOf(actor.personId, state);
  if (own.has('assigned-expert')) return forExpert(actor.personId, state);
  const parts = { ...state, review: withoutPanel(state), approval: withoutScore(state), proposals: [], unreachable: [] };
  const isParty = state.startedBy === actor.personId || state.contacts.some((contact) => contact.personId === actor.personId);
  return isParty
    ? { ...parts, check: { ...state.check, items: withoutNotes(state) } }
    : { ...parts, check: { items: {}, rounds: [] }, contacts: [] };
}

function sealed(state: ProjectState): ProjectState {
  return { ...state, parties: [], contacts: [], submissions: [] };
}

function forExpert(expertId: string, state: ProjectState): ProjectState {
  const { assignments, sheets, defence } = state.review;
  const ownIsIn = sheets.some((sheet) => sheet.expertId === expertId && sheet.valid);
  return {
    ...state,
    contacts: [],
    check: { items: {}, rounds: [], ...(state.check.acceptedAt === undefined ? {} : { acceptedAt: state.check.acceptedAt }) },
    review: {
      assignments: assignments.filter((assignment) => assignment.expertId === expertId),
      sheets: ownIsIn ? sheets : sheets.filter((sheet) => sheet.expertId === expertId),
      ...(defence === undefined ? {} : { defence }),
    },
    approval: withoutScore(state),
    proposals: [],
    unreachable: [],
    deadlines: state.deadlines.filter((deadline) => deadline.owner.personId === expertId),
  };
}

function withoutPanel({ review }: ProjectState): ProjectState['review'] {
  const { defence } = review;
  if (defence === undefined) return { assignments: [], sheets: [] };
  const { at, minutes, heldOn } = defence;
  return { assignments: [], sheets: [], defence: { at, minutes, ...(heldOn === undefined ? {} : { heldOn }) } };
}

function withoutScore({ approval }: ProjectState): ProjectState['approval'] {
  const { rank: _rank, score: _score, list, ...rest } = approval;
  return list === undefined || approval.announcedAt === undefined ? rest : { ...rest, list };
}

function withoutNotes({ check }: ProjectState): ProjectState['check']['items'] {
  return Object.fromEntries(
    Object.entries(check.items).map(([code, { verdict, reasonCode }]) => [
      code,
      { verdict, ...(reasonCode === undefined ? {} : { reasonCode }) },
    ]),
  );
}
