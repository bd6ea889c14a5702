import { acceptApplication } from './accept-application.form';
import { acceptAward } from './accept-award.form';
import { acceptEvidence } from './accept-evidence.form';
import { acceptInvitation } from './accept-invitation.form';
import { acceptReport } from './accept-report.form';
import { adoptPolicy } from './adopt-policy.form';
import { assignOfficer } from './assign-officer.form';
import { changeDeadline } from './change-deadline.form';
import { confirmProposal } from './confirm-proposal.form';
import { decideTermination } from './decide-termination.form';
import { declareNoConflict } from './declare-no-conflict.form';
import { grantExtension } from './grant-extension.form';
import { hold } from './hold.form';
import { inviteExpert } from './invite-expert.form';
import { modify } from './modify.form';
import { openSigning } from './open-signing.form';
import { pauseSeries } from './pause-series.form';
import { proposeExperts } from './propose-experts.form';
import { recordAcceptance } from './record-acceptance.form';
import { recordCheckItem } from './record-check-item.form';
import { recordDefence } from './record-defence.form';
import { recordKickOff } from './record-kick-off.form';
import { proposeChange } from './propose-change.form';
import { approveChange } from './approve-change.form';
import { returnChange } from './return-change.form';
import { rejectChange } from './reject-change.form';
import { cancelChange } from './cancel-change.form';
import { recordAmendmentSignature } from './record-amendment-signature.form';
import { undoChange } from './undo-change.form';
import { recordSignature } from './record-signature.form';
import { reinstateProject } from './reinstate-project.form';
import { rejectProposal } from './reject-proposal.form';
import { resubmitCorrection } from './resubmit-correction.form';
import { resumeSeries } from './resume-series.form';
import { resume } from './resume.form';
import { returnForCorrection } from './return-for-correction.form';
import { undoRewind } from './undo-rewind.form';
import { skip } from './skip.form';
import { redo } from './redo.form';
import { acceptHandOver } from './accept-hand-over.form';
import { cancelHandOver } from './cancel-hand-over.form';
import { declineHandOver } from './decline-hand-over.form';
import { offerHandOver } from './offer-hand-over.form';
import { replaceContact } from './replace-contact.form';
import { rewind } from './rewind.form';
import { scheduleDefence } from './schedule-defence.form';
import { sendNow } from './send-now.form';
import { skipOccurrence } from './skip-occurrence.form';
import { snooze } from './snooze.form';
import { submitApplication } from './submit-application.form';
import { submitEvidence } from './submit-evidence.form';
import { submitMouDraft } from './submit-mou-draft.form';
import { submitReport } from './submit-report.form';
import { submitScores } from './submit-scores.form';
import { submitSelfEvaluation } from './submit-self-evaluation.form';
import { unWithdraw } from './un-withdraw.form';
import { undoIntervention } from './undo-intervention.form';
import { updateForecast } from './update-forecast.form';
import { withdrawApplication } from './withdraw-application.form';
import type { ProjectCommandName } from '../../../lib/commands';
import type { AnyCommandForm } from '../../../components/command-form/field-specs';
import type { Need, ProjectForm, ProjectFormContext } from './project-form';

/** One form per command of the API: a new command fails to compile until it has one. */
const forms: { [N in ProjectCommandName]: ProjectForm<N> } = {
  'accept-application': acceptApplication,
  'accept-award': acceptAward,
  'accept-evidence': acceptEvidence,
  'accept-invitation': acceptInvitation,
  'accept-report': acceptReport,
  'adopt-policy': adoptPolicy,
  'assign-officer': assignOfficer,
  'propose-change': proposeChange,
  'approve-change': approveChange,
  'return-change': returnChange,
  'reject-change': rejectChange,
  'cancel-change': cancelChange,
  'record-amendment-signature': recordAmendmentSignature,
  'undo-change': undoChange,
  'change-deadline': changeDeadline,
  'confirm-proposal': confirmProposal,
  'decide-termination': decideTermination,
  'declare-no-conflict': declareNoConflict,
  'grant-extension': grantExtension,
  hold: hold,
  'invite-expert': inviteExpert,
  modify: modify,
  'open-signing': openSigning,
  'pause-series': pauseSeries,
  'propose-experts': proposeExperts,
  'record-acceptance': recordAcceptance,
  'record-check-item': recordCheckItem,
  'record-defence': recordDefence,
  'record-kick-off': recordKickOff,
  'record-signature': recordSignature,
  'reinstate-project': reinstateProject,
  'reject-proposal': rejectProposal,
  'resubmit-correction': resubmitCorrection,
  resume: resume,
  'resume-series': resumeSeries,
  'return-for-correction': returnForCorrection,
  'undo-rewind': undoRewind,
  skip: skip,
  redo: redo,
  'accept-hand-over': acceptHandOver,
  'cancel-hand-over': cancelHandOver,
  'decline-hand-over': declineHandOver,
  'offer-hand-over': offerHandOver,
  'replace-contact': replaceContact,
  rewind: rewind,
  'schedule-defence': scheduleDefence,
  'send-now': sendNow,
  'skip-occurrence': skipOccurrence,
  snooze: snooze,
  'submit-application': submitApplication,
  'submit-evidence': submitEvidence,
  'submit-mou-draft': submitMouDraft,
  'submit-report': submitReport,
  'submit-scores': submitScores,
  'submit-self-evaluation': submitSelfEvaluation,
  'un-withdraw': unWithdraw,
  'undo-intervention': undoIntervention,
  'update-forecast': updateForecast,
  'withdraw-application': withdrawApplication,
};

/** The form of a command, or nothing when there is no such command. */
export function projectFormOf(name: string): (AnyCommandForm<ProjectFormContext> & { needs?: readonly Need[] }) | undefined {
  return Object.hasOwn(forms, name) ? forms[name as ProjectCommandName] : undefined;
}
