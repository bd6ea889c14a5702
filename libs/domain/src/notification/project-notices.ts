import type { ProjectEvent } from '../project/project.events';
import type { ProjectState } from '../project/project.state';
import type { SharedEvent } from '../shared/deadline-events';
import type { AudienceKey } from './audiences';
import { openDeadline, tell, type Telling } from './intent';
import type { NotificationIntent, NotificationKind } from './notification-kinds';

/** Events of a project's own stages. */
export type StageEvent = Exclude<ProjectEvent, SharedEvent>;
type OfType<T extends StageEvent['type']> = Extract<StageEvent, { type: T }>;
type Notices<T extends StageEvent['type']> = (event: OfType<T>, state: ProjectState) => NotificationIntent[];

/** What people call the project at this time: its reference number, else the application's, else the call's code. */
export function referenceOf(state: ProjectState): string {
  return state.projectRef ?? state.applicationRef ?? state.callCode;
}

const nobody = (): NotificationIntent[] => [];

function say(state: ProjectState, telling: Telling): NotificationIntent[] {
  return [tell({ ...telling, values: { ref: referenceOf(state), ...telling.values } })];
}

/** A telling that needs no more than its kind, row and deadline. */
function plain(
  kind: NotificationKind,
  audience: AudienceKey,
  more: Pick<Telling, 'class' | 'action'> & { ladder?: NonNullable<Telling['deadline']>['ladder'] } = {},
) {
  const { ladder, ...rest } = more;
  return (event: { at: string }, state: ProjectState): NotificationIntent[] =>
    say(state, { kind, audience, at: event.at, ...rest, ...(ladder === undefined ? {} : { deadline: openDeadline(state, ladder) }) });
}

function toExpert(
  state: ProjectState,
  kind: NotificationKind,
  expertId: string,
  more: Pick<Telling, 'at' | 'values' | 'action' | 'deadline'>,
): NotificationIntent[] {
  return say(state, { kind, audience: 'expert', object: expertId, owner: { role: 'EX', personId: expertId }, ...more });
}

const ofApplication: {
  [T in 'ApplicationStarted' | 'ApplicationSubmitted' | 'ApplicationWithdrawn' | 'ApplicationFrozen' | 'DraftExpired']: Notices<T>;
} = {
  ApplicationStarted: nobody,
  ApplicationSubmitted: (event, state) =>
    say(state, {
      kind: 'submission-receipt',
      class: 'answer',
      audience: 'receipt',
      object: String(event.submission.no),
      at: event.at,
      values: { no: event.submission.no, hash: event.submission.hash, receivedAt: event.submission.submittedAt },
    }),
  ApplicationWithdrawn: plain('withdrawal-receipt', 'receipt', { class: 'answer' }),
  ApplicationFrozen: nobody,
  DraftExpired: (event, state) =>
    say(state, { kind: 'draft-expired', audience: 'accepted', at: event.at, values: { closedAt: event.closedAt } }),
};

function defenceScheduled(event: OfType<'DefenceScheduled'>, state: ProjectState): NotificationIntent[] {
  const values = { defenceAt: event.defenceAt, minutes: event.minutes, placeTextId: event.place.textId };
  const panel = state.review.assignments.filter((a) => ['accepted', 'declared', 'done'].includes(a.state));
  return [
    ...say(state, { kind: 'defence-scheduled', audience: 'defence', at: event.at, values }),
    // The officer has his copy with the applicants' mail.
    ...panel.flatMap((a) =>
      toExpert(state, 'defence-scheduled', a.expertId, { at: event.at, values }).map((intent) => ({ ...intent, copy: [] })),
    ),
  ];
}

const ofReview: {
  [
    T in
      | 'OfficerAssigned'
      | 'CheckItemRecorded'
      | 'ApplicationAccepted'
      | 'ApplicationDeemedAccepted'
      | 'ReturnedForCorrection'
      | 'CorrectionResubmitted'
      | 'CorrectionTimeOver'
      | 'ExpertsProposed'
      | 'ExpertInvited'
      | 'InvitationAccepted'
      | 'InvitationReleased'
      | 'ExpertReplaced'
      | 'NoConflictDeclared'
      | 'ScoresSubmitted'
      | 'DefenceScheduled'
      | 'DefenceRecorded'
      | 'DefenceWaived'
      | 'DefenceReopened'
  ]: Notices<T>;
} = {
  OfficerAssigned: (event, state) =>
    say(state, {
      kind: 'officer-assigned',
      audience: 'officer',
      object: event.officerId,
      at: event.at,
      deadline: openDeadline(state, 'check'),
      action: 'RecordCheckItem',
    }),
  CheckItemRecorded: nobody,
  ApplicationAccepted: plain('application-accepted', 'accepted'),
  ApplicationDeemedAccepted: (event, state) => [
    ...say(state, { kind: 'application-accepted', audience: 'accepted', at: event.at, values: { deemed: 'yes' } }),
    // The silence of the office is a matter for its head too.
    ...say(state, { kind: 'application-accepted', audience: 'head', object: 'office', at: event.at, values: { deemed: 'yes' } }),
  ],
  ReturnedForCorrection: (event, state) =>
    say(state, {
      kind: 'correction-returned',
      class: 'letter',
      audience: 'correction',
      object: `round-${event.round.no}`,
      at: event.at,
      deadline: openDeadline(state, 'correction'),
      values: {
        targets: event.round.items.map((item) => item.target),
        reasonCodes: event.round.items.map((item) => item.reasonCode),
        defectTextIds: event.round.items.map((item) => item.defect.textId),
      },
      action: 'ResubmitCorrection',
    }),
  CorrectionResubmitted: (event, state) =>
    say(state, {
      kind: 'correction-received',
      class: 'answer',
      audience: 'correctionAnswer',
      object: `round-${event.no}`,
      at: event.at,
      values: { no: event.submission.no, hash: event.submission.hash, receivedAt: event.submission.submittedAt },
    }),
  CorrectionTimeOver: (event, state) =>
    say(state, { kind: 'correction-time-over', audience: 'correctionOver', object: `round-${event.no}`, at: event.at }),
  ExpertsProposed: nobody,
  ExpertInvited: (event, state) =>
    toExpert(state, 'expert-invitation', event.expertId, {
      at: event.at,
      deadline: openDeadline(state, 'invitation', event.expertId),
      action: 'AcceptInvitation',
    }),
  InvitationAccepted: nobody,
  InvitationReleased: (event, state) =>
    toExpert(state, 'invitation-released', event.expertId, { at: event.at, values: { why: 'no-answer' } }),
  ExpertReplaced: (event, state) => toExpert(state, 'invitation-released', event.expertId, { at: event.at, values: { why: 'no-scores' } }),
  NoConflictDeclared: (event, state) =>
    toExpert(state, 'scoring-opened', event.expertId, {
      at: event.at,
      deadline: openDeadline(state, 'scoring', event.expertId),
      action: 'SubmitScores',
    }),
  ScoresSubmitted: nobody,
  DefenceScheduled: defenceScheduled,
  DefenceRecorded: nobody,
  DefenceWaived: plain('defence-waived', 'defence'),
  DefenceReopened: (event, state) =>
    say(state, { kind: 'step-reopened', audience: 'officer', at: event.at, values: { subState: 'defence' } }),
};

const ofApproval: {
  [
    T in
      | 'RankRecorded'
      | 'ProjectProposed'
      | 'ProjectPlacedOnReserve'
      | 'ProjectRejected'
      | 'NoticeStarted'
      | 'NoticeEnded'
      | 'ProjectApproved'
      | 'RejectionNotified'
      | 'RejectionFinal'
      | 'ReserveNotified'
      | 'ReserveExpired'
  ]: Notices<T>;
} = {
  RankRecorded: nobody,
  // The council's decision becomes known with the announcement, not before.
  ProjectProposed: nobody,
  ProjectPlacedOnReserve: nobody,
  ProjectRejected: nobody,
  NoticeStarted: nobody,
  NoticeEnded: nobody,
  ProjectApproved: (event, state) =>
    say(state, {
      kind: 'award-letter',
      class: 'letter',
      audience: 'award',
      at: event.at,
      deadline: openDeadline(state, 'award'),
      values: { projectRef: event.projectRef, announcedOn: event.announcedOn, centre: event.asCentre ? 'yes' : 'no' },
      action: 'AcceptAward',
    }),
  RejectionNotified: (event, state) =>
    say(state, { kind: 'rejection-letter', class: 'letter', audience: 'refused', at: event.at, values: resultValues(state) }),
  // The letter on the result has told when the time for an appeal ends.
  RejectionFinal: nobody,
  ReserveNotified: (event, state) =>
    say(state, { kind: 'reserve-placed', class: 'letter', audience: 'reserve', at: event.at, values: resultValues(state) }),
  ReserveExpired: plain('reserve-expired', 'reserve'),
};

/** List letter, rank and score with two decimals, as a letter about the result states them. */
function resultValues(state: ProjectState): NotificationIntent['values'] {
  const { list, rank, score } = state.approval;
  return {
    ...(list === undefined ? {} : { list }),
    ...(rank === undefined ? {} : { rank }),
    ...(score === undefined ? {} : { score: (score.sumHalfPoints / (2 * score.count)).toFixed(2) }),
  };
}

/** Notices of everything up to the announcement. */
export const applicationToApproval = { ...ofApplication, ...ofReview, ...ofApproval };
/** Helpers that the notices of the running project share. */
export { nobody, plain, say, type Notices };
