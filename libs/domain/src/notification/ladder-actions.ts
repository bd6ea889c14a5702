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
};

/** The command that ends a ladder row, for the one link of its mails; nothing for rows whose command comes later, whose mails lead to the project. */
export function actionOfLadder(ladder: Deadline['ladder'] | string): string | undefined {
  return byLadder[ladder];
}
