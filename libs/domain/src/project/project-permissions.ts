import type { Actor, ProjectRole, StandingRole } from '../people/roles';
import type { Contact } from '../shared/facts';
import { askedContacts, isAsked } from './hand-over/offers';
import type { ProjectCommandType } from './project.commands';
import type { ProjectState } from './project.state';

/** Who may give a command: a standing role, a role in this project, `starter` of the draft, the assigned expert, who is asked to take a place over, or the clock. */
export type Who = StandingRole | ProjectRole | 'starter' | 'assigned-expert' | 'asked-holder' | 'SYS';

const editors: readonly Who[] = ['AC', 'PL'];
const secretariat: readonly Who[] = ['CO', 'SH'];

/** Who may give which command to a project (roles table of the programme; `default` where the programme is silent). */
export const projectCommandRights: Record<ProjectCommandType, readonly Who[]> = {
  StartApplication: ['starter'],
  SubmitApplication: [...editors, 'starter'],
  WithdrawApplication: ['LR'],
  FreezeApplication: ['SYS'],
  AssignOfficer: ['SH'],
  RecordCheckItem: ['CO'],
  AcceptApplication: ['CO'],
  ReturnForCorrection: ['CO'],
  ResubmitCorrection: editors,
  ProposeExperts: ['CO'],
  InviteExpert: ['CO'],
  AcceptInvitation: ['assigned-expert'],
  DeclareNoConflict: ['assigned-expert'],
  SubmitScores: ['assigned-expert'],
  ScheduleDefence: ['CO'],
  RecordDefence: ['CH'],
  RecordRank: ['SYS'],
  ProposeProject: ['SYS'],
  PlaceOnReserve: ['SYS'],
  RejectProject: ['SYS'],
  StartNotice: ['SYS'],
  EndNotice: ['SYS'],
  AnnounceDecision: ['SYS'],
  AcceptAward: ['LR'],
  SubmitMouDraft: ['PL', 'CO'],
  OpenSigning: ['SH'],
  RecordSignature: ['CO', 'PS'],
  GrantExtension: ['SH'],
  RecordKickOff: ['PL', 'CO'],
  UpdateForecast: ['PL'],
  SubmitEvidence: editors,
  AcceptEvidence: ['CO'],
  SubmitSelfEvaluation: ['PL'],
  RecordAcceptance: ['CH'],
  SubmitReport: ['PL', 'LR'],
  AcceptReport: secretariat,
  ProposeChange: [...editors, ...secretariat],
  ApproveChange: secretariat,
  ReturnChange: secretariat,
  RejectChange: secretariat,
  CancelChange: [...editors, ...secretariat],
  RecordAmendmentSignature: ['CO', 'PS', 'LR'],
  UndoChange: [...editors, ...secretariat],
  Hold: secretariat,
  Resume: secretariat,
  Rewind: ['SH'],
  UndoRewind: ['SH'],
  Skip: ['SH'],
  Redo: ['SH'],
  ReplaceContact: ['SH'],
  OfferHandOver: ['AC', 'PL', 'LR', 'PC', 'PS', ...secretariat],
  AcceptHandOver: ['asked-holder'],
  DeclineHandOver: ['asked-holder'],
  CancelHandOver: ['AC', 'PL', 'LR', 'PC', 'PS', ...secretariat],
  // The system gives it for a run over many projects, which a second person has confirmed as a whole.
  AdoptPolicy: ['AD', 'SH', 'SYS'],
  // Each act is asked for its own right too.
  Modify: secretariat,
  ConfirmProposal: secretariat,
  RejectProposal: secretariat,
  Wake: ['SYS'],
  Sync: ['SYS'],
  Replan: ['SYS', 'AD'],
  RecordDelivery: ['SYS'],
  SkipOccurrence: secretariat,
  SendNow: secretariat,
  Snooze: secretariat,
  ChangeDeadline: ['SH'],
  PauseSeries: secretariat,
  ResumeSeries: secretariat,
  UndoIntervention: secretariat,
  DecideTermination: ['SH'],
  ReinstateProject: ['SH'],
  UnWithdraw: ['SH'],
  ImportRecord: ['AD'],
};

function rolesOfContact(contact: Contact, ofLead: boolean): Who[] {
  const named: [Who, boolean][] = [
    ['PL', contact.lead],
    ['LR', contact.legalRepresentative && ofLead],
    ['AC', contact.rights.includes('edit')],
    ['PS', contact.rights.includes('sign')],
    ['PC', !ofLead],
  ];
  return named.filter(([, holds]) => holds).map(([role]) => role);
}

/** What a person is to one project, read from its state. */
export function projectRolesOf(personId: string, state: ProjectState): Set<Who> {
  const roles = new Set<Who>();
  if (state.startedBy === personId && state.contacts.length === 0) roles.add('starter');
  const leads = new Set(state.parties.filter((p) => p.role === 'LEAD').map((p) => p.organizationId));
  for (const contact of state.contacts.filter((c) => c.personId === personId)) {
    for (const role of rolesOfContact(contact, leads.has(contact.organizationId))) roles.add(role);
  }
  if (state.review.assignments.some((a) => a.expertId === personId && openAssignment.has(a.state))) roles.add('assigned-expert');
  if (isAsked(personId, state)) roles.add('asked-holder');
  return roles;
}

const openAssignment: ReadonlySet<string> = new Set(['invited', 'accepted', 'declared', 'done']);

const council: ReadonlySet<StandingRole> = new Set(['CM', 'CC']);

/** The council answers what is put to it; the Secretariat's other proposals are none of its business. */
function isAskedCouncil({ roles }: Extract<Actor, { kind: 'person' }>, type: ProjectCommandType, { proposals }: ProjectState): boolean {
  if (type !== 'ConfirmProposal' && type !== 'RejectProposal') return false;
  return roles.some((role) => council.has(role)) && proposals.some((one) => one.asks === 'council');
}

/** Whether an actor may carry out what was proposed to him: the right to the command itself, or for what is put to the council a seat in it. */
export function mayConfirm(actor: Actor, proposal: { asks?: 'council' }, type: ProjectCommandType, state: ProjectState): boolean {
  if (proposal.asks === undefined) return mayCommandProject(actor, type, state);
  return actor.kind === 'person' && actor.roles.some((role) => council.has(role));
}

/** Whether an actor may give this command to this project. The rule itself may still refuse. */
export function mayCommandProject(actor: Actor, type: ProjectCommandType, state: ProjectState): boolean {
  const rights = projectCommandRights[type];
  if (actor.kind === 'system') return rights.includes('SYS');
  if (isAskedCouncil(actor, type, state)) return true;
  const own = projectRolesOf(actor.personId, state);
  return rights.some((who) => own.has(who) || actor.roles.some((role) => role === who));
}

/** Whether a person belongs to the project: who started it, its contacts, and who was asked to become one. */
export function belongsTo(personId: string, state: ProjectState): boolean {
  return state.startedBy === personId || state.contacts.some((c) => c.personId === personId) || askedContacts(state).includes(personId);
}

const readsAll: ReadonlySet<StandingRole> = new Set(['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC']);

/**
 * Whether an actor may see that a project exists and where it stands. Lists apply the same rule in SQL.
 * Staff, council and auditors see all; the chair and the observer what has been accepted for review; a ministry reader announced projects of its country;
 * experts the files assigned to them and not in conflict; contacts and the starter their own.
 */
export function canRead(actor: Actor, state: ProjectState): boolean {
  if (actor.kind === 'system' || actor.roles.some((r) => readsAll.has(r))) return true;
  if (actor.roles.some((r) => r === 'CH' || r === 'OB') && state.check.acceptedAt !== undefined) return true;
  if (actor.roles.includes('MR') && state.projectRef !== undefined && state.hostCountry === actor.country) return true;
  if (belongsTo(actor.personId, state)) return true;
  return state.review.assignments.some((a) => a.expertId === actor.personId && openAssignment.has(a.state));
}

/** Whether an actor may see what was written in the application: sealed from the Secretariat until the window closed. */
export function canReadContent(actor: Actor, state: ProjectState): boolean {
  if (!canRead(actor, state)) return false;
  if (actor.kind === 'system' || state.frozenAt !== undefined) return true;
  return belongsTo(actor.personId, state);
}

const colleagues: ReadonlySet<StandingRole> = new Set(['CO', 'SH', 'AR', 'AD']);

/**
 * Whether an actor may read and write the comments on a project: the Secretariat among itself, never anybody who belongs to the project or judges it,
 * whatever else he is. Lists apply the same rule in SQL.
 */
export function canReadComments(actor: Actor, state: ProjectState): boolean {
  if (actor.kind === 'system' || !actor.roles.some((role) => colleagues.has(role))) return false;
  if (belongsTo(actor.personId, state)) return false;
  return !state.review.assignments.some((a) => a.expertId === actor.personId && openAssignment.has(a.state));
}
