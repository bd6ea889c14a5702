import type { DecideContext } from '../shared/decision';
import { refuse } from '../shared/result';
import { mayCommandProject } from './project-permissions';
import { decideAmendment } from './amendment/amendment.decide';
import { decideAnnualReport } from './annual-report/annual-report.decide';
import { decideApplication, decideStart } from './application/application.decide';
import { decideApproval } from './approval/approval.decide';
import { decideConstruction } from './construction/construction.decide';
import { decideControl } from './control/control.decide';
import { decideEnding } from './ending/ending.decide';
import { decideHandOver } from './hand-over/hand-over.decide';
import { decideImport } from './imported/imported.decide';
import { decideMou } from './mou/mou.decide';
import { decidePlanning } from './planning/planning.decide';
import type { ProjectCommand } from './project.commands';
import { groupOf, type GroupedCommand } from './command-groups';
import type { ProjectDecision } from './project-rule';
import type { ProjectState } from './project.state';
import { decideReview } from './review/review.decide';

/** Found by the bundle test if rules ever reach the workflow bundle. */
export const decideMarker = 'GONGFANG_DECIDE_MARKER';

/**
 * A held project takes only what its hold allows: the clock, its own resumption, second persons' answers, reports and withdrawal. What the Secretariat
 * does to planned mails asks each deadline itself whether its clock runs.
 */
const possibleOnHold: ReadonlySet<ProjectCommand['type']> = new Set([
  'Wake',
  'Sync',
  'Replan',
  'RecordDelivery',
  'Hold',
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
  'FreezeApplication',
  'RecordRank',
  'AnnounceDecision',
  'EndNotice',
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

/** Answers a command to a project with what happened, or why not. */
export function decideProject(state: ProjectState | undefined, command: ProjectCommand, ctx: DecideContext): ProjectDecision {
  if (state === undefined) return decideFirst(command, ctx);
  if (!mayCommandProject(ctx.actor, command.type, state))
    return refuse('NOT_ALLOWED', 'this person may not do this here', { command: command.type });
  if (state.hold !== undefined && !possibleOnHold.has(command.type))
    return refuse('ON_HOLD', 'the project is held', { kind: state.hold.kind, reasonCode: state.hold.reasonCode });
  return decideInGroup(state, command, ctx);
}

/** What may be asked of a project that does not exist yet. */
function decideFirst(command: ProjectCommand, ctx: DecideContext): ProjectDecision {
  switch (command.type) {
    case 'StartApplication':
      return decideStart(command, ctx);
    case 'ImportRecord':
      return decideImport(command, ctx);
    default:
      return refuse('UNKNOWN_OBJECT', 'there is no such project');
  }
}

function decideInGroup(state: ProjectState, command: ProjectCommand, ctx: DecideContext): ProjectDecision {
  const named = groupOf(command);
  switch (named.group) {
    case 'application':
      return decideApplication(state, named.command, ctx);
    case 'review':
      return decideReview(state, named.command, ctx);
    case 'approval':
      return decideApproval(state, named.command, ctx);
    case 'mou':
      return decideMou(state, named.command, ctx);
    case 'construction':
      return decideConstruction(state, named.command, ctx);
    case 'annual-report':
      return decideAnnualReport(state, named.command, ctx);
    default:
      return decideAtAnyTime(state, named, ctx);
  }
}

type AtAnyTime = Extract<GroupedCommand, { group: 'amendment' | 'control' | 'hand-over' | 'planning' | 'ending' | 'imported' }>;

/** What does not belong to a stage. */
function decideAtAnyTime(state: ProjectState, named: AtAnyTime, ctx: DecideContext): ProjectDecision {
  switch (named.group) {
    case 'amendment':
      return decideAmendment(state, named.command, ctx);
    case 'control':
      return decideControl(state, named.command, ctx, decideProject);
    case 'hand-over':
      return decideHandOver(state, named.command, ctx);
    case 'planning':
      return decidePlanning(state, named.command, ctx);
    case 'ending':
      return decideEnding(state, named.command, ctx, false);
    case 'imported':
      return refuse('ALREADY_DONE', 'this project exists', { command: named.command.type });
  }
}
