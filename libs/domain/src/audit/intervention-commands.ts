import type { CallCommandType } from '../call/call.commands';
import type { ProjectCommandType } from '../project/project.commands';

/** A command of either kind of entity. */
export type AnyCommandType = ProjectCommandType | CallCommandType;

/**
 * Whether a command, given by a person, interferes with the ordinary course of a project or call: it stops, moves, repeats, leaves out or takes back what
 * the rules alone would do, puts somebody else in charge, or answers such a command. The compiler asks for a line per command.
 */
const interferes: Record<AnyCommandType, boolean> = {
  StartApplication: false,
  SubmitApplication: false,
  WithdrawApplication: false,
  FreezeApplication: false,
  AssignOfficer: true,
  RecordCheckItem: false,
  AcceptApplication: false,
  ReturnForCorrection: false,
  ResubmitCorrection: false,
  ProposeExperts: false,
  InviteExpert: false,
  AcceptInvitation: false,
  DeclareNoConflict: false,
  SubmitScores: false,
  ScheduleDefence: false,
  RecordDefence: false,
  RecordRank: false,
  ProposeProject: false,
  PlaceOnReserve: false,
  RejectProject: false,
  StartNotice: false,
  EndNotice: false,
  AnnounceDecision: false,
  AcceptAward: false,
  SubmitMouDraft: false,
  OpenSigning: false,
  RecordSignature: false,
  RecordKickOff: false,
  UpdateForecast: false,
  SubmitEvidence: false,
  AcceptEvidence: false,
  SubmitSelfEvaluation: false,
  RecordAcceptance: false,
  SubmitReport: false,
  AcceptReport: false,
  Hold: true,
  Resume: true,
  Rewind: true,
  AdoptPolicy: true,
  ConfirmProposal: true,
  RejectProposal: true,
  Wake: false,
  Sync: false,
  Replan: true,
  RecordDelivery: false,
  SkipOccurrence: true,
  SendNow: true,
  Snooze: true,
  ChangeDeadline: true,
  PauseSeries: true,
  ResumeSeries: true,
  UndoIntervention: true,
  ImportRecord: true,
  CreateCall: false,
  PublishCall: false,
  FixRanking: false,
  PrepareProposal: false,
  DecideProposal: false,
  StartPublicNotice: false,
  AnnounceProjects: false,
  CountApplication: false,
  FreePlace: false,
};

/** The commands by which people interfere, in a fixed order. */
export const interventionCommands = (Object.keys(interferes) as AnyCommandType[]).filter((type) => interferes[type]);
