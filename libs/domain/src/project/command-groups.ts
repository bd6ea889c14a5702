import type { AmendmentCommand } from './amendment/amendment.commands';
import type { AnnualReportCommand } from './annual-report/annual-report.commands';
import type { ApplicationCommand } from './application/application.commands';
import type { ApprovalCommand } from './approval/approval.commands';
import type { ConstructionCommand } from './construction/construction.commands';
import type { ControlCommand } from './control/control.commands';
import type { ModifyCommand } from './control/modify.commands';
import type { HandOverCommand } from './hand-over/hand-over.commands';
import type { EndingCommand } from './ending/ending.commands';
import type { ImportedCommand } from './imported/imported.commands';
import type { MouCommand } from './mou/mou.commands';
import type { PlanningCommand } from './planning/planning.commands';
import type { ProjectCommand, ProjectCommandType } from './project.commands';
import type { ReviewCommand } from './review/review.commands';

/** The folder whose rules answer a command. */
export type CommandGroup =
  | 'application'
  | 'review'
  | 'approval'
  | 'mou'
  | 'construction'
  | 'annual-report'
  | 'amendment'
  | 'control'
  | 'hand-over'
  | 'planning'
  | 'ending'
  | 'imported';

/** Which folder answers which command; the compiler asks for a line per command. */
export const commandGroups: Record<ProjectCommandType, CommandGroup> = {
  StartApplication: 'application',
  SubmitApplication: 'application',
  WithdrawApplication: 'application',
  FreezeApplication: 'application',
  AssignOfficer: 'review',
  RecordCheckItem: 'review',
  AcceptApplication: 'review',
  ReturnForCorrection: 'review',
  ResubmitCorrection: 'review',
  ProposeExperts: 'review',
  InviteExpert: 'review',
  AcceptInvitation: 'review',
  DeclareNoConflict: 'review',
  SubmitScores: 'review',
  ScheduleDefence: 'review',
  RecordDefence: 'review',
  RecordRank: 'approval',
  ProposeProject: 'approval',
  PlaceOnReserve: 'approval',
  RejectProject: 'approval',
  StartNotice: 'approval',
  EndNotice: 'approval',
  AnnounceDecision: 'approval',
  AcceptAward: 'mou',
  SubmitMouDraft: 'mou',
  OpenSigning: 'mou',
  RecordSignature: 'mou',
  GrantExtension: 'mou',
  RecordKickOff: 'construction',
  UpdateForecast: 'construction',
  SubmitEvidence: 'construction',
  AcceptEvidence: 'construction',
  SubmitSelfEvaluation: 'construction',
  RecordAcceptance: 'construction',
  SubmitReport: 'annual-report',
  AcceptReport: 'annual-report',
  ProposeChange: 'amendment',
  ApproveChange: 'amendment',
  ReturnChange: 'amendment',
  RejectChange: 'amendment',
  CancelChange: 'amendment',
  RecordAmendmentSignature: 'amendment',
  UndoChange: 'amendment',
  Hold: 'control',
  Resume: 'control',
  Rewind: 'control',
  ReplaceContact: 'control',
  OfferHandOver: 'hand-over',
  AcceptHandOver: 'hand-over',
  DeclineHandOver: 'hand-over',
  CancelHandOver: 'hand-over',
  Redo: 'control',
  Skip: 'control',
  UndoRewind: 'control',
  AdoptPolicy: 'control',
  Modify: 'control',
  ConfirmProposal: 'control',
  RejectProposal: 'control',
  Wake: 'control',
  Sync: 'control',
  Replan: 'control',
  RecordDelivery: 'control',
  SkipOccurrence: 'planning',
  SendNow: 'planning',
  Snooze: 'planning',
  ChangeDeadline: 'planning',
  PauseSeries: 'planning',
  ResumeSeries: 'planning',
  UndoIntervention: 'planning',
  DecideTermination: 'ending',
  ReinstateProject: 'ending',
  UnWithdraw: 'ending',
  ImportRecord: 'imported',
};

/** A command together with its folder, typed. */
export type GroupedCommand =
  | { group: 'application'; command: ApplicationCommand }
  | { group: 'review'; command: ReviewCommand }
  | { group: 'approval'; command: ApprovalCommand }
  | { group: 'mou'; command: MouCommand }
  | { group: 'construction'; command: ConstructionCommand }
  | { group: 'annual-report'; command: AnnualReportCommand }
  | { group: 'amendment'; command: AmendmentCommand }
  | { group: 'control'; command: ControlCommand | ModifyCommand }
  | { group: 'hand-over'; command: HandOverCommand }
  | { group: 'planning'; command: PlanningCommand }
  | { group: 'ending'; command: EndingCommand }
  | { group: 'imported'; command: ImportedCommand };

/** Names the folder of a command. */
export function groupOf(command: ProjectCommand): GroupedCommand {
  return { group: commandGroups[command.type], command } as GroupedCommand;
}
