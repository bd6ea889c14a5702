import type { Deadline } from '../shared/deadline';

const byLadder: Record<string, string> = {
  draft: 'SubmitApplication',
  check: 'AcceptApplication',
  correction: 'ResubmitCorrection',
  invitation: 'AcceptInvitation',
  scoring: 'SubmitScores',
  award: 'AcceptAward',
  mouDraft: 'SubmitMouDraft',
  signature: 'RecordSignature',
  kickOff: 'RecordKickOff',
  milestone: 'SubmitEvidence',
  report: 'SubmitReport',
  reportReview: 'AcceptReport',
  amendment: 'ApproveChange',
  handOver: 'AcceptHandOver',
  amendmentSign: 'RecordAmendmentSignature',
};

/** The command that ends a ladder row, for the one link of its mails; nothing for rows whose command comes later, whose mails lead to the project. */
export function actionOfLadder(ladder: Deadline['ladder'] | string): string | undefined {
  return byLadder[ladder];
}

/** What of a command is fixed by what it is about: the proposal, the year, the milestone, the party that signs. */
export function fixedByObject(command: string, object: string, organizationId?: string): Record<string, unknown> {
  switch (command) {
    case 'ConfirmProposal':
      return { proposalId: object };
    case 'AcceptHandOver':
      return { handOverId: object };
    case 'SubmitReport':
    case 'AcceptReport':
      return { year: Number(object) };
    case 'SubmitEvidence':
    case 'AcceptEvidence':
      return { milestone: object };
    case 'RecordSignature':
    case 'RecordAmendmentSignature':
      return organizationId === undefined ? {} : { organizationId };
    default:
      return {};
  }
}
