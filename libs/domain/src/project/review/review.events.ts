import type { DocumentRef, PersonId, TextRef } from '../../shared/branded-ids';
import type { Instant, LocalDate } from '../../shared/local-date';
import type { Assignment, CheckItem, CorrectionRound, ScoreSheet, Submission } from '../project.state';

/** Events of the stage `review`. */
export type ReviewEvent =
  | { type: 'OfficerAssigned'; officerId: PersonId; at: Instant }
  | { type: 'CheckItemRecorded'; code: string; item: CheckItem; at: Instant }
  | { type: 'ApplicationAccepted'; at: Instant }
  | { type: 'ApplicationDeemedAccepted'; at: Instant }
  | { type: 'ReturnedForCorrection'; round: CorrectionRound; at: Instant }
  | { type: 'CorrectionResubmitted'; no: number; submission: Submission; at: Instant }
  | { type: 'CorrectionTimeOver'; no: number; at: Instant }
  | { type: 'ExpertsProposed'; assignments: Assignment[]; at: Instant }
  | { type: 'ExpertInvited'; expertId: PersonId; at: Instant }
  | { type: 'InvitationAccepted'; expertId: PersonId; at: Instant }
  | { type: 'InvitationReleased'; expertId: PersonId; at: Instant }
  | { type: 'ExpertReplaced'; expertId: PersonId; at: Instant }
  | { type: 'NoConflictDeclared'; expertId: PersonId; at: Instant }
  | { type: 'ScoresSubmitted'; sheet: ScoreSheet; strengths: TextRef; weaknesses: TextRef; at: Instant }
  | { type: 'DefenceScheduled'; defenceAt: Instant; minutes: number; place: TextRef; at: Instant }
  | { type: 'DefenceRecorded'; heldOn: LocalDate; present: PersonId[]; record: DocumentRef; at: Instant }
  /** Left out by the Secretariat: the ranking counts it as settled, nobody counts it as held. */
  | { type: 'DefenceWaived'; by: PersonId; reason: TextRef; at: Instant }
  /** To be held (once more): what was recorded of the earlier one is kept as superseded. */
  | { type: 'DefenceReopened'; by: PersonId; reason: TextRef; at: Instant };
