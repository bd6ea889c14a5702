import { moveTo } from '../first-state';
import type { Assignment, ProjectState } from '../project.state';
import type { ReviewEvent } from './review.events';

type Of<T extends ReviewEvent['type']> = Extract<ReviewEvent, { type: T }>;
type CorrectionRound = ProjectState['check']['rounds'][number];

function withAssignment(state: ProjectState, expertId: string, change: Partial<Assignment>): ProjectState {
  const assignments = state.review.assignments.map((a) => (a.expertId === expertId ? { ...a, ...change } : a));
  return { ...state, review: { ...state.review, assignments } };
}

function accepted(state: ProjectState, at: string, deemed: boolean): ProjectState {
  return moveTo({ ...state, check: { ...state.check, acceptedAt: at, ...(deemed ? { deemed: true } : {}) } }, 'review', 'accepted', at);
}

function proposed(state: ProjectState, fresh: Assignment[]): ProjectState {
  const kept = state.review.assignments.filter((a) => a.state !== 'proposed');
  return { ...state, review: { ...state.review, assignments: [...kept, ...fresh] } };
}

function withRound(state: ProjectState, no: number, change: Partial<CorrectionRound>): ProjectState {
  const rounds = state.check.rounds.map((round) => (round.no === no ? { ...round, ...change } : round));
  return { ...state, check: { ...state.check, rounds } };
}

function resubmitted(state: ProjectState, event: Of<'CorrectionResubmitted'>): ProjectState {
  const next = withRound(state, event.no, { resubmittedAt: event.at });
  const again = { ...next, submissions: [...next.submissions, event.submission], check: { ...next.check, items: {} } };
  return moveTo(again, 'review', 'resubmitted', event.at);
}

function invited(state: ProjectState, event: Of<'ExpertInvited'>): ProjectState {
  const next = withAssignment(state, event.expertId, { state: 'invited', invitedAt: event.at });
  return state.subState === 'accepted' ? moveTo(next, 'review', 'assigning', event.at) : next;
}

function invitationAccepted(state: ProjectState, event: Of<'InvitationAccepted'>): ProjectState {
  const next = withAssignment(state, event.expertId, { state: 'accepted' });
  return moveTo(next, 'review', state.subState === 'assigning' ? 'scoring' : state.subState, event.at);
}

function scored(state: ProjectState, event: Of<'ScoresSubmitted'>): ProjectState {
  const next = withAssignment(state, event.sheet.expertId, { state: 'done' });
  return { ...next, review: { ...next.review, sheets: [...next.review.sheets, event.sheet] } };
}

function defenceScheduled(state: ProjectState, event: Of<'DefenceScheduled'>): ProjectState {
  const defence = { at: event.defenceAt, minutes: event.minutes };
  return moveTo({ ...state, review: { ...state.review, defence } }, 'review', 'defence', event.at);
}

function defenceRecorded(state: ProjectState, event: Of<'DefenceRecorded'>): ProjectState {
  const defence = { at: event.at, minutes: 0, ...state.review.defence, heldOn: event.heldOn, present: event.present, record: event.record };
  return { ...state, review: { ...state.review, defence } };
}

function defenceWaived(state: ProjectState, { at }: Of<'DefenceWaived'>): ProjectState {
  const defence = { at, minutes: 0, ...state.review.defence, waivedAt: at };
  return { ...state, review: { ...state.review, defence } };
}

function defenceReopened(state: ProjectState, { at, by, reason }: Of<'DefenceReopened'>): ProjectState {
  const { defence: _aside, ...review } = state.review;
  const superseded = { at, from: state.subState, to: 'scoring' as const, by, reason, work: { review: state.review } };
  return moveTo({ ...state, review, superseded: [...(state.superseded ?? []), superseded] }, 'review', 'scoring', at);
}

const copies: { [T in ReviewEvent['type']]: (state: ProjectState, event: Of<T>) => ProjectState } = {
  OfficerAssigned: (state, event) => ({ ...state, officerId: event.officerId }),
  CheckItemRecorded: (state, event) => ({
    ...state,
    check: { ...state.check, items: { ...state.check.items, [event.code]: event.item } },
  }),
  ApplicationAccepted: (state, event) => accepted(state, event.at, false),
  ApplicationDeemedAccepted: (state, event) => accepted(state, event.at, true),
  ReturnedForCorrection: (state, event) =>
    moveTo({ ...state, check: { ...state.check, rounds: [...state.check.rounds, event.round] } }, 'review', 'returned', event.at),
  CorrectionResubmitted: resubmitted,
  CorrectionTimeOver: (state, event) => moveTo(withRound(state, event.no, { timeOverAt: event.at }), 'review', 'checking', event.at),
  ExpertsProposed: (state, event) => proposed(state, event.assignments),
  ExpertInvited: invited,
  InvitationAccepted: invitationAccepted,
  InvitationReleased: (state, event) => withAssignment(state, event.expertId, { state: 'released' }),
  ExpertReplaced: (state, event) => withAssignment(state, event.expertId, { state: 'replaced' }),
  NoConflictDeclared: (state, event) => withAssignment(state, event.expertId, { state: 'declared' }),
  ScoresSubmitted: scored,
  DefenceScheduled: defenceScheduled,
  DefenceRecorded: defenceRecorded,
  DefenceWaived: defenceWaived,
  DefenceReopened: defenceReopened,
};

/** Copies the facts of a review event into the state. */
export function evolveReview(state: ProjectState, event: ReviewEvent): ProjectState {
  const copy = copies[event.type] as (state: ProjectState, event: ReviewEvent) => ProjectState;
  return copy(state, event);
}
