import type { Actor } from '../people/roles';
import { mayCommandProject, projectCommandRights } from './project-permissions';
import type { ViolationCode } from '../shared/violation-codes';
import type { Deadline } from '../shared/deadline';
import { isPaused } from '../shared/interventions';
import { changesOf, openChanges } from './amendment/open-changes';
import { mayChangeDate, maySnooze } from './planning/planning-limits';
import { possibleRewinds } from './control/rewind';
import { possibleRedos, possibleSkips } from './control/steps';
import { undoableRewind } from './control/undo-rewind';
import { canOffer } from './hand-over/hand-over.decide';
import { isAsked } from './hand-over/offers';
import { possibleExtensions } from './mou/grant-extension';
import { canTakeUp } from './ending/take-up';
import { commandGroups } from './command-groups';
import type { ProjectCommandType } from './project.commands';
import { subStates, type SubState } from './project.stages';
import type { ProjectState } from './project.state';

/** A command an actor may see: possible now, or not and why. */
export interface AllowedCommand {
  type: ProjectCommandType;
  possible: boolean;
  /** Why not now; the refusal the rule itself would give. */
  why?: ViolationCode;
}

/** Sub-states of a project whose MoU is in force. */
const inForce: readonly SubState[] = [...subStates.construction, ...subStates['annual-report']];

/** Sub-states in which a command of a person makes sense; commands that fit everywhere are left out. The rules check again. */
const fitting: Partial<Record<ProjectCommandType, readonly SubState[]>> = {
  SubmitApplication: ['draft', 'submitted', 'early-returned'],
  WithdrawApplication: [
    'submitted',
    'early-returned',
    'checking',
    'returned',
    'resubmitted',
    'accepted',
    'assigning',
    'scoring',
    'consensus',
    'defence',
    'ranked',
    'awaiting-decision',
  ],
  RecordCheckItem: ['checking', 'resubmitted'],
  AcceptApplication: ['checking', 'resubmitted'],
  ReturnForCorrection: ['checking', 'resubmitted'],
  ResubmitCorrection: ['returned'],
  ProposeExperts: ['accepted', 'assigning', 'scoring'],
  InviteExpert: ['accepted', 'assigning', 'scoring'],
  AcceptInvitation: ['assigning', 'scoring', 'defence'],
  DeclareNoConflict: ['assigning', 'scoring', 'defence'],
  SubmitScores: ['assigning', 'scoring', 'defence'],
  ScheduleDefence: ['scoring', 'defence'],
  RecordDefence: ['defence'],
  AcceptAward: ['accepting'],
  SubmitMouDraft: ['accepting', 'drafting', 'commenting', 'clearance', 'lapse-decision'],
  OpenSigning: ['commenting', 'clearance', 'lapse-decision'],
  RecordSignature: ['signing', 'partly-signed', 'lapse-decision'],
  RecordKickOff: ['kick-off'],
  UpdateForecast: ['kick-off', 'building', 'mid-term', 'recovery', 'self-evaluation'],
  SubmitEvidence: ['building', 'mid-term', 'recovery', 'self-evaluation'],
  AcceptEvidence: ['building', 'mid-term', 'recovery', 'self-evaluation'],
  SubmitSelfEvaluation: ['building', 'mid-term', 'recovery', 'self-evaluation'],
  RecordAcceptance: ['acceptance'],
  ProposeChange: inForce,
  UndoChange: inForce,
};

const whileHeld: ReadonlySet<ProjectCommandType> = new Set([
  'Resume',
  'ConfirmProposal',
  'RejectProposal',
  'SubmitReport',
  'AcceptReport',
  'WithdrawApplication',
  'AssignOfficer',
  'OfferHandOver',
  'AcceptHandOver',
  'DeclineHandOver',
  'CancelHandOver',
  'SkipOccurrence',
  'SendNow',
  'Snooze',
  'ChangeDeadline',
  'PauseSeries',
  'ResumeSeries',
  'UndoIntervention',
  'AdoptPolicy',
  'Modify',
  'DecideTermination',
  'ReinstateProject',
  'ReturnChange',
  'RejectChange',
  'CancelChange',
]);

const afterTheEnd: ReadonlySet<ProjectCommandType> = new Set(['ConfirmProposal', 'RejectProposal', 'ReinstateProject', 'UnWithdraw']);

type Need = (state: ProjectState, personId: string) => boolean;

const assignmentIn =
  (...states: string[]): Need =>
  (state, personId) =>
    state.review.assignments.some((a) => a.expertId === personId && states.includes(a.state));

const someDeadline =
  (fits: (deadline: Deadline) => boolean): Need =>
  (state) =>
    state.deadlines.some((d) => d.ladder !== 'clock' && d.frozen === undefined && fits(d));

/** What must exist for a command to have an object at all. */
const needs: Partial<Record<ProjectCommandType, Need>> = {
  AcceptInvitation: assignmentIn('invited'),
  DeclareNoConflict: assignmentIn('accepted'),
  SubmitScores: assignmentIn('declared'),
  InviteExpert: (state) => state.review.assignments.some((a) => a.state === 'proposed'),
  AcceptAward: (state) => state.mou?.acceptedAt === undefined,
  SubmitEvidence: (state) => state.construction?.milestones.some((m) => m.state !== 'reached') ?? false,
  AcceptEvidence: (state) => state.construction?.milestones.some((m) => m.state === 'submitted') ?? false,
  SubmitReport: (state) => state.reports.some((r) => r.state === 'open'),
  AcceptReport: (state) => state.reports.some((r) => r.state === 'submitted'),
  ProposeChange: (state) => openChanges(state).every((one) => one.state === 'returned'),
  ApproveChange: (state, personId) => openChanges(state).some((one) => one.state === 'proposed' && one.proposedBy !== personId),
  ReturnChange: (state, personId) => openChanges(state).some((one) => one.state === 'proposed' && one.proposedBy !== personId),
  RejectChange: (state, personId) => openChanges(state).some((one) => one.state === 'proposed' && one.proposedBy !== personId),
  CancelChange: (state) => openChanges(state).some((one) => one.signatures.length === 0),
  RecordAmendmentSignature: (state) => openChanges(state).some((one) => one.signatures.length < one.signatories.length),
  UndoChange: (state) => changesOf(state).some((one) => one.state === 'in-effect'),
  Resume: (state) => state.hold !== undefined,
  Rewind: (state) => possibleRewinds(state).length > 0,
  UndoRewind: (state) => undoableRewind(state) !== undefined,
  Skip: (state) => possibleSkips(state).length > 0,
  Redo: (state) => possibleRedos(state).length > 0,
  ReplaceContact: (state) => state.contacts.some((one) => !one.lead),
  OfferHandOver: (state, personId) => canOffer(state, personId),
  AcceptHandOver: (state, personId) => isAsked(personId, state),
  DeclineHandOver: (state, personId) => isAsked(personId, state),
  CancelHandOver: (state) => state.handOvers !== undefined,
  DecideTermination: (state) => ['mou', 'construction', 'annual-report'].includes(state.stage) && state.termination === undefined,
  GrantExtension: (state) => possibleExtensions(state).length > 0,
  ReinstateProject: (state) => canTakeUp(state, 'ReinstateProject'),
  UnWithdraw: (state) => canTakeUp(state, 'UnWithdraw'),
  Hold: (state) => state.hold === undefined && state.stage !== 'application' && state.stage !== 'closed',
  ConfirmProposal: (state, personId) => state.proposals.some((p) => p.proposedBy !== personId),
  RejectProposal: (state) => state.proposals.length > 0,
  SkipOccurrence: someDeadline((d) => !isPaused(d)),
  SendNow: someDeadline((d) => !isPaused(d)),
  Snooze: someDeadline((d) => maySnooze(d.ladder)),
  ChangeDeadline: someDeadline((d) => mayChangeDate(d.ladder)),
  PauseSeries: someDeadline((d) => !isPaused(d)),
  ResumeSeries: someDeadline(isPaused),
  UndoIntervention: someDeadline((d) => d.interventions !== undefined),
};

function reasonAgainst(type: ProjectCommandType, state: ProjectState, personId: string): ViolationCode | undefined {
  if (state.stage === 'closed' && !afterTheEnd.has(type)) return 'WRONG_STAGE';
  if (state.hold !== undefined && !whileHeld.has(type)) return 'ON_HOLD';
  const places = fitting[type];
  if (places !== undefined && !places.includes(state.subState)) return 'WRONG_STAGE';
  const need = needs[type];
  return need !== undefined && !need(state, personId) ? 'UNKNOWN_OBJECT' : undefined;
}

/** Commands to a project that does not exist yet. */
const createsProject: ReadonlySet<ProjectCommandType> = new Set(['StartApplication', 'ImportRecord']);

/**
 * The commands a person may give to a project by his role, each with whether it is possible now. A courtesy for pages: the rule itself decides.
 * The clock's own commands are left out.
 */
export function allowedCommands(state: ProjectState, actor: Actor): AllowedCommand[] {
  if (actor.kind === 'system') return [];
  const types = (Object.keys(commandGroups) as ProjectCommandType[]).filter(
    (type) => !projectCommandRights[type].includes('SYS') && !createsProject.has(type),
  );
  return types
    .filter((type) => mayCommandProject(actor, type, state))
    .map((type) => {
      const why = reasonAgainst(type, state, actor.personId);
      return why === undefined ? { type, possible: true } : { type, possible: false, why };
    });
}
