import type { NotificationKind } from '@app/domain';
import { acceptancePassed } from './acceptance-passed.template';
import { addressFailed } from './address-failed.template';
import { applicationAccepted } from './application-accepted.template';
import { approvalLapsed } from './approval-lapsed.template';
import { awardAccepted } from './award-accepted.template';
import { awardLetter } from './award-letter.template';
import { callClosed } from './call-closed.template';
import { callPublished } from './call-published.template';
import { confirmationAsked } from './confirmation-asked.template';
import { correctionReceived } from './correction-received.template';
import { correctionReturned } from './correction-returned.template';
import { correctionTimeOver } from './correction-time-over.template';
import { decisionAsked } from './decision-asked.template';
import { defenceScheduled } from './defence-scheduled.template';
import { draftExpired } from './draft-expired.template';
import { escalation } from './escalation.template';
import { evidenceSubmitted } from './evidence-submitted.template';
import { exitProposed } from './exit-proposed.template';
import { expertInvitation } from './expert-invitation.template';
import { invitationReleased } from './invitation-released.template';
import { kickOffRecorded } from './kick-off-recorded.template';
import { milestoneLate } from './milestone-late.template';
import { milestoneReached } from './milestone-reached.template';
import { mouDraftSubmitted } from './mou-draft-submitted.template';
import { mouExpired } from './mou-expired.template';
import { mouInForce } from './mou-in-force.template';
import { mouLapseDecision } from './mou-lapse-decision.template';
import { mouPartySigned } from './mou-party-signed.template';
import { mouPeriodExtended } from './mou-period-extended.template';
import { mouSigned } from './mou-signed.template';
import { mouSigningOpen } from './mou-signing-open.template';
import { officerAssigned } from './officer-assigned.template';
import { projectHeld } from './project-held.template';
import { projectResumed } from './project-resumed.template';
import { stepRestored } from './step-restored.template';
import { defenceWaived } from './defence-waived.template';
import { reportExtended } from './report-extended.template';
import { reportWaived } from './report-waived.template';
import { handOverOffered } from './hand-over-offered.template';
import { handOverAccepted } from './hand-over-accepted.template';
import { handOverDeclined } from './hand-over-declined.template';
import { handOverCancelled } from './hand-over-cancelled.template';
import { contactReplaced } from './contact-replaced.template';
import { stepReopened } from './step-reopened.template';
import { rankingFixed } from './ranking-fixed.template';
import { rejectionLetter } from './rejection-letter.template';
import { reminder } from './reminder.template';
import { reportAccepted } from './report-accepted.template';
import { reportOpened } from './report-opened.template';
import { reportOverdue } from './report-overdue.template';
import { reportSubmitted } from './report-submitted.template';
import { reportWarning } from './report-warning.template';
import { reserveExpired } from './reserve-expired.template';
import { reservePlaced } from './reserve-placed.template';
import { scoringOpened } from './scoring-opened.template';
import { selfEvaluationSubmitted } from './self-evaluation-submitted.template';
import { projectTakenUp } from './project-taken-up.template';
import { submissionReceipt } from './submission-receipt.template';
import { suspensionLetter } from './suspension-letter.template';
import { terminationLetter } from './termination-letter.template';
import { terminationLifted } from './termination-lifted.template';
import { withdrawalReceipt } from './withdrawal-receipt.template';
import { changeProposed } from './change-proposed.template';
import { changeReturned } from './change-returned.template';
import { changeRejected } from './change-rejected.template';
import { changeApproved } from './change-approved.template';
import { amendmentSigning } from './amendment-signing.template';
import { changeInEffect } from './change-in-effect.template';
import { changeLapsed } from './change-lapsed.template';
import { changeTakenBack } from './change-taken-back.template';
import type { TemplateDefinition } from './template';

/** The template of every kind of mail: a kind without one does not compile. */
export const templates: Record<NotificationKind, TemplateDefinition> = {
  'submission-receipt': submissionReceipt,
  'withdrawal-receipt': withdrawalReceipt,
  'draft-expired': draftExpired,
  'officer-assigned': officerAssigned,
  'application-accepted': applicationAccepted,
  'correction-returned': correctionReturned,
  'correction-received': correctionReceived,
  'correction-time-over': correctionTimeOver,
  'expert-invitation': expertInvitation,
  'invitation-released': invitationReleased,
  'scoring-opened': scoringOpened,
  'defence-scheduled': defenceScheduled,
  'award-letter': awardLetter,
  'reserve-placed': reservePlaced,
  'reserve-expired': reserveExpired,
  'rejection-letter': rejectionLetter,
  'award-accepted': awardAccepted,
  'approval-lapsed': approvalLapsed,
  'mou-draft-submitted': mouDraftSubmitted,
  'mou-signing-open': mouSigningOpen,
  'mou-party-signed': mouPartySigned,
  'mou-signed': mouSigned,
  'mou-period-extended': mouPeriodExtended,
  'mou-lapse-decision': mouLapseDecision,
  'mou-in-force': mouInForce,
  'kick-off-recorded': kickOffRecorded,
  'evidence-submitted': evidenceSubmitted,
  'milestone-reached': milestoneReached,
  'milestone-late': milestoneLate,
  'self-evaluation-submitted': selfEvaluationSubmitted,
  'acceptance-passed': acceptancePassed,
  'report-opened': reportOpened,
  'report-submitted': reportSubmitted,
  'report-accepted': reportAccepted,
  'report-overdue': reportOverdue,
  'report-warning': reportWarning,
  'suspension-letter': suspensionLetter,
  'exit-proposed': exitProposed,
  'termination-letter': terminationLetter,
  'termination-lifted': terminationLifted,
  'project-taken-up': projectTakenUp,
  'mou-expired': mouExpired,
  'project-held': projectHeld,
  'project-resumed': projectResumed,
  'step-reopened': stepReopened,
  'contact-replaced': contactReplaced,
  'hand-over-cancelled': handOverCancelled,
  'hand-over-declined': handOverDeclined,
  'hand-over-accepted': handOverAccepted,
  'hand-over-offered': handOverOffered,
  'report-waived': reportWaived,
  'report-extended': reportExtended,
  'defence-waived': defenceWaived,
  'step-restored': stepRestored,
  'change-proposed': changeProposed,
  'change-returned': changeReturned,
  'change-rejected': changeRejected,
  'change-approved': changeApproved,
  'amendment-signing': amendmentSigning,
  'change-in-effect': changeInEffect,
  'change-lapsed': changeLapsed,
  'change-taken-back': changeTakenBack,
  'confirmation-asked': confirmationAsked,
  'address-failed': addressFailed,
  'call-published': callPublished,
  'call-closed': callClosed,
  'ranking-fixed': rankingFixed,
  'decision-asked': decisionAsked,
  reminder: reminder,
  escalation: escalation,
};
