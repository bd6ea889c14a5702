import { belongsTo, canReadContent, projectRolesOf, type Actor, type ProjectState, type StandingRole } from '@app/domain';

type PersonActor = Extract<Actor, { kind: 'person' }>;

const staff: ReadonlySet<StandingRole> = new Set(['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC', 'CH', 'OB']);

/** Whether somebody reads projects for the programme: the Secretariat, its council and panels, auditors. */
export function isStaff(actor: PersonActor): boolean {
  return actor.roles.some((role) => staff.has(role));
}

/** Dates of experts: whom they concern says who judges. */
const ofExperts: ReadonlySet<string> = new Set(['invitation', 'scoring']);

/**
 * The state as this reader may see it (roles table of the programme): applicants never see who judges them nor rank and score, experts see no other
 * sheet before their own is in, internal proposals stay with the Secretariat, and content is sealed until the window has closed.
 */
export function stateInSight(actor: PersonActor, state: ProjectState): ProjectState {
  if (isStaff(actor)) return canReadContent(actor, state) ? withoutOtherSheets(actor.personId, state) : sealed(state);
  return forOutsider(actor, withoutInterventions(state));
}

/** A chair who judges as well is an expert first: no other sheet before the own one is in. */
function withoutOtherSheets(personId: string, state: ProjectState): ProjectState {
  if (!projectRolesOf(personId, state).has('assigned-expert')) return state;
  return { ...state, review: { ...state.review, sheets: sheetsFor(personId, state) } };
}

function sheetsFor(expertId: string, { review: { sheets } }: ProjectState): ProjectState['review']['sheets'] {
  const ownIsIn = sheets.some((sheet) => sheet.expertId === expertId && sheet.valid);
  return ownIsIn ? sheets : sheets.filter((sheet) => sheet.expertId === expertId);
}

/** What the Secretariat did to planned mails, and why, is its own business. */
function withoutInterventions(state: ProjectState): ProjectState {
  return { ...state, deadlines: state.deadlines.map(({ interventions: _inside, ...deadline }) => deadline) };
}

function forOutsider(actor: PersonActor, state: ProjectState): ProjectState {
  const own = projectRolesOf(actor.personId, state);
  if (own.has('assigned-expert')) return forExpert(actor.personId, state);
  const parts = {
    ...state,
    review: withoutPanel(state),
    approval: withoutScore(state),
    deadlines: state.deadlines.filter((deadline) => !ofExperts.has(deadline.ladder)),
    proposals: [],
    unreachable: [],
    // Who becomes the officer is the Secretariat's own business.
    handOvers: (state.handOvers ?? []).filter((one) => one.role === 'contact'),
  };
  return belongsTo(actor.personId, state)
    ? { ...parts, check: { ...state.check, items: withoutNotes(state) } }
    : { ...parts, check: { items: {}, rounds: [] }, contacts: [], changes: [], handOvers: [] };
}

function sealed(state: ProjectState): ProjectState {
  return { ...state, parties: [], contacts: [], submissions: [], handOvers: [] };
}

function forExpert(expertId: string, state: ProjectState): ProjectState {
  const { assignments, defence } = state.review;
  return {
    ...state,
    contacts: [],
    changes: [],
    handOvers: [],
    check: { items: {}, rounds: [], ...(state.check.acceptedAt === undefined ? {} : { acceptedAt: state.check.acceptedAt }) },
    review: {
      assignments: assignments.filter((assignment) => assignment.expertId === expertId),
      sheets: sheetsFor(expertId, state),
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
