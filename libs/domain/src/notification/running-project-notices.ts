import type { EndingEvent } from '../project/ending/ending.events';
import type { PlanningEvent } from '../project/planning/planning.events';
import type { SubState } from '../project/project.stages';
import type { ProjectState } from '../project/project.state';
import type { AudienceKey } from './audiences';
import { changeNotices } from './change-notices';
import { handOverNotices } from './hand-over-notices';
import { openDeadline } from './intent';
import type { NotificationIntent } from './notification-kinds';
import { nobody, plain, say, type Notices, type StageEvent } from './project-notices';

const ofMou: {
  [
    T in
      | 'AwardAccepted'
      | 'ApprovalLapsed'
      | 'MouDraftSubmitted'
      | 'MouCommentsEnded'
      | 'SigningOpened'
      | 'PartySigned'
      | 'MouSigned'
      | 'SignaturePeriodOver'
      | 'LapseBroughtToCouncil'
      | 'MouPeriodExtended'
      | 'MouTookEffect'
  ]: Notices<T>;
} = {
  AwardAccepted: plain('award-accepted', 'reserve', { class: 'answer', ladder: 'mouDraft' }),
  ApprovalLapsed: plain('approval-lapsed', 'reserve', { class: 'letter' }),
  MouDraftSubmitted: (event, state) =>
    say(state, {
      kind: 'mou-draft-submitted',
      audience: 'mouDraft',
      object: `draft-${event.no}`,
      at: event.at,
      values: { no: event.no, languages: event.documents.map((d) => d.language), commentsEndAt: event.commentsEndAt },
    }),
  MouCommentsEnded: nobody,
  SigningOpened: plain('mou-signing-open', 'mouSigning', { ladder: 'signature', action: 'RecordSignature' }),
  PartySigned: (event, state) =>
    say(state, {
      kind: 'mou-party-signed',
      audience: 'mouSigning',
      object: event.organizationId,
      at: event.at,
      values: { organizationId: event.organizationId, signedOn: event.signedOn, signed: state.mou?.signatures.length ?? 1 },
    }),
  MouSigned: (event, state) =>
    say(state, {
      kind: 'mou-signed',
      audience: 'mouSigning',
      at: event.at,
      values: { signedOn: event.signedOn, effectiveOn: event.effectiveOn, expiresOn: event.expiresOn },
    }),
  SignaturePeriodOver: plain('mou-lapse-decision', 'head'),
  LapseBroughtToCouncil: plain('mou-lapse-decision', 'council'),
  MouPeriodExtended: (event, state) =>
    say(state, { kind: 'mou-period-extended', audience: 'mouSigning', at: event.at, values: { endOn: event.until } }),
  MouTookEffect: (event, state) =>
    say(state, {
      kind: 'mou-in-force',
      audience: 'mouSigning',
      at: event.at,
      deadline: openDeadline(state, 'kickOff'),
      values: { effectiveOn: event.effectiveOn, endsOn: event.endsOn, durationMonths: event.durationMonths },
      action: 'RecordKickOff',
    }),
};

const ofConstruction: {
  [
    T in
      | 'KickOffHeld'
      | 'MilestoneForecastChanged'
      | 'EvidenceSubmitted'
      | 'MilestoneReached'
      | 'MilestoneTurnedAmber'
      | 'MilestoneTurnedRed'
      | 'SelfEvaluationSubmitted'
      | 'AcceptancePassed'
  ]: Notices<T>;
} = {
  KickOffHeld: (event, state) =>
    say(state, { kind: 'kick-off-recorded', audience: 'work', at: event.at, values: { heldOn: event.heldOn } }),
  MilestoneForecastChanged: nobody,
  EvidenceSubmitted: (event, state) =>
    say(state, {
      kind: 'evidence-submitted',
      class: 'answer',
      audience: 'work',
      object: event.milestone,
      at: event.at,
      values: { milestone: event.milestone, documents: event.documents.length },
    }),
  MilestoneReached: (event, state) =>
    say(state, {
      kind: 'milestone-reached',
      audience: 'work',
      object: event.milestone,
      at: event.at,
      values: { milestone: event.milestone, reachedOn: event.reachedOn },
    }),
  MilestoneTurnedAmber: (event, state) => milestoneLate(event, state, 'amber'),
  MilestoneTurnedRed: (event, state) => milestoneLate(event, state, 'red'),
  SelfEvaluationSubmitted: plain('self-evaluation-submitted', 'work', { class: 'answer' }),
  AcceptancePassed: (event, state) =>
    say(state, { kind: 'acceptance-passed', class: 'letter', audience: 'work', at: event.at, values: { heldOn: event.heldOn } }),
};

function milestoneLate(event: { milestone: string; at: string }, state: ProjectState, mark: 'amber' | 'red'): NotificationIntent[] {
  return say(state, {
    kind: 'milestone-late',
    audience: 'work',
    object: event.milestone,
    at: event.at,
    deadline: openDeadline(state, 'milestone', event.milestone),
    values: { milestone: event.milestone, mark },
    action: 'SubmitEvidence',
  });
}

const ofAnnualReport: {
  [
    T in
      | 'ReportOpened'
      | 'ReportWaived'
      | 'ReportReopened'
      | 'ReportMerged'
      | 'ReportPeriodExtended'
      | 'ReportSubmitted'
      | 'ReportAccepted'
      | 'ReportOverdue'
      | 'ReportWarningIssued'
      | 'SuspendedForMissingReport'
      | 'ExitProposed'
      | 'MouExpired'
      | 'ProjectClosed'
  ]: Notices<T>;
} = {
  ReportOpened: (event, state) => ofYear(event, state, { kind: 'report-opened', action: 'SubmitReport' }),
  ReportWaived: (event, state) => ofYear(event, state, { kind: 'report-waived' }),
  // To be handed in until the new deadline, as when it was opened first.
  ReportReopened: (event, state) => ofYear(event, state, { kind: 'report-opened', action: 'SubmitReport' }),
  ReportMerged: nobody,
  ReportPeriodExtended: (event, state) =>
    say(state, {
      kind: 'report-extended',
      audience: 'work',
      object: String(event.year),
      at: event.at,
      deadline: openDeadline(state, 'report', String(event.year)),
      values: { year: event.year, endOn: event.until },
      action: 'SubmitReport',
    }),
  ReportSubmitted: (event, state) =>
    say(state, {
      kind: 'report-submitted',
      class: 'answer',
      audience: 'work',
      object: String(event.year),
      at: event.at,
      values: { year: event.year, version: event.version, hash: event.hash, receivedAt: event.at },
    }),
  ReportAccepted: (event, state) => ofYear(event, state, { kind: 'report-accepted' }),
  ReportOverdue: (event, state) => ofYear(event, state, { kind: 'report-overdue', action: 'SubmitReport' }),
  ReportWarningIssued: (event, state) => ofYear(event, state, { kind: 'report-warning', class: 'letter', action: 'SubmitReport' }),
  SuspendedForMissingReport: (event, state) => ofYear(event, state, { kind: 'suspension-letter', class: 'letter', action: 'SubmitReport' }),
  ExitProposed: (event, state) =>
    say(state, {
      kind: 'exit-proposed',
      class: 'letter',
      audience: 'ending',
      at: event.at,
      values: { missedYears: event.missedYears.map(String) },
    }),
  MouExpired: (event, state) =>
    say(state, { kind: 'mou-expired', audience: 'expiry', at: event.at, values: { expiredOn: event.expiredOn } }),
  ProjectClosed: nobody,
};

function ofYear(
  event: { year: number; at: string },
  state: ProjectState,
  telling: { kind: NotificationIntent['kind']; class?: 'letter'; action?: string },
): NotificationIntent[] {
  return say(state, {
    audience: telling.class === 'letter' ? 'ending' : 'work',
    object: String(event.year),
    at: event.at,
    deadline: openDeadline(state, 'report', String(event.year)),
    values: { year: event.year },
    ...telling,
  });
}

/** Who works on a step that was opened again; that experts score once more stays inside. */
const reopened: Partial<Record<SubState, AudienceKey>> = { checking: 'correctionAnswer', drafting: 'mouDraft', building: 'work' };

type ControlNotice =
  | 'ProjectHeld'
  | 'ProjectResumed'
  | 'ProjectRewound'
  | 'RewindUndone'
  | 'ContactReplaced'
  | 'PolicyAdopted'
  | 'AddressFailed'
  | 'AddressWorksAgain'
  | 'RecordImported';

const ofControl: { [T in ControlNotice | PlanningEvent['type']]: Notices<T> } = {
  ProjectHeld: (event, state) => {
    // The letter on the missing report has told of an automatic suspension.
    if (event.automatic) return [];
    const values = {
      holdKind: event.kind,
      reasonCode: event.reasonCode,
      heldOn: event.heldOn,
      stopped: event.frozen.length,
      ...(event.text === undefined ? {} : { reasonTextId: event.text.textId }),
    };
    if (event.kind === 'hold') return say(state, { kind: 'project-held', audience: 'hold', at: event.at, values });
    return say(state, { kind: 'project-held', class: 'letter', audience: 'ending', at: event.at, values });
  },
  ProjectResumed: (event, state) =>
    say(state, {
      kind: 'project-resumed',
      audience: 'hold',
      at: event.at,
      values: { resumedOn: event.resumedOn, moved: event.moved.map((d) => `${d.ladder}/${d.object} ${d.dueOn}`) },
    }),
  ProjectRewound: (event, state) =>
    say(state, {
      kind: 'step-reopened',
      audience: reopened[event.to] ?? 'officer',
      at: event.at,
      values: { subState: event.to },
    }),
  RewindUndone: (event, state) =>
    say(state, { kind: 'step-restored', audience: reopened[event.from] ?? 'officer', at: event.at, values: { subState: event.to } }),
  ContactReplaced: (event, state) =>
    say(state, {
      kind: 'contact-replaced',
      audience: 'work',
      object: event.contact.personId,
      at: event.at,
      values: { personId: event.contact.personId },
    }),
  AddressFailed: (event, state) =>
    say(state, { kind: 'address-failed', audience: 'officer', object: event.personId, at: event.at, values: { personId: event.personId } }),
  // Dates that move are told by their next reminder; nobody's time gets shorter.
  PolicyAdopted: nobody,
  AddressWorksAgain: nobody,
  // What is brought in from the past was told in its own time.
  RecordImported: nobody,
  // The mails themselves tell: what is sent now is told by its reminder, what is left out by silence, a later date by the next reminder.
  OccurrenceSkipped: nobody,
  SentNow: nobody,
  DeadlineSnoozed: nobody,
  DeadlineChanged: nobody,
  SeriesPaused: nobody,
  SeriesResumed: nobody,
  InterventionUndone: nobody,
};

const ofEnding: { [T in EndingEvent['type']]: Notices<T> } = {
  TerminationDecided: (event, state) =>
    say(state, {
      kind: 'termination-letter',
      class: 'letter',
      audience: 'ending',
      at: event.at,
      values: { grounds: event.grounds, outcome: event.outcome, endOn: event.effectiveOn, reasonTextId: event.reason.textId },
    }),
  TerminationLifted: plain('termination-lifted', 'ending', { class: 'letter' }),
  // The letter has told the day.
  ProjectTerminated: nobody,
  ProjectReinstated: (event, state) => takenUp(event, state, 'ending'),
  WithdrawalUndone: (event, state) => takenUp(event, state, 'receipt'),
};

function takenUp({ at }: { at: string }, state: ProjectState, audience: AudienceKey): NotificationIntent[] {
  return say(state, { kind: 'project-taken-up', class: 'letter', audience, at });
}

/** Notices of everything from the award on. */
export const mouToClosed = {
  ...ofMou,
  ...ofConstruction,
  ...ofAnnualReport,
  ...changeNotices,
  ...ofControl,
  ...handOverNotices,
  ...ofEnding,
};
export type { StageEvent };
